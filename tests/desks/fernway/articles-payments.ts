import type { FernwayArticle } from './types.ts';

/** Articles about returns, warranty, refunds and paying. */
export const paymentArticles = [
  {
    id: 30221,
    title: 'Return an order',
    section: 'Returns and warranty',
    category: 'Orders',
    labels: ['return', 'withdrawal', 'collection'],
    locale: 'en-us',
    updatedAt: '2026-01-30T09:40:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>Try your Fernway for 30 days. If it isn't the right bike, send it back, as long as it has been ridden <strong>no more than 50 km</strong> and shows no damage.</p>
<h2>Start the return</h2>
<ol>
<li>Open the order and choose <strong>Return</strong>, or write to us with the order number.</li>
<li>Choose a reason. It helps us, and it doesn't change your rights.</li>
<li>Pack the bike in its box with the battery in the foam insert. No box left? We send one for €25.</li>
<li>The carrier collects it on the day you choose.</li>
</ol>
<h2>What it costs</h2>
<table>
<tr><th>What</th><th>Fee</th></tr>
<tr><td>Bike</td><td>€45, taken off the refund</td></tr>
<tr><td>Accessories</td><td>free with our label</td></tr>
<tr><td>Our mistake: wrong or damaged item</td><td>free</td></tr>
</table>
<h2>After we receive it</h2>
<p>We check the bike within five working days and then send the money back; see <a href="/hc/en-us/articles/30224">when will my refund arrive?</a></p>
<h2>Not a return</h2>
<ul>
<li>You like it but need another frame: <a href="/hc/en-us/articles/30222">exchange the size</a>.</li>
<li>Something broke while riding: <a href="/hc/en-us/articles/30223">warranty claim</a>.</li>
<li>It came broken: <a href="/hc/en-us/articles/30207">arrived damaged</a>.</li>
</ul>`,
  },
  {
    id: 30222,
    title: 'Exchange your bike for another size',
    section: 'Returns and warranty',
    category: 'Orders',
    labels: ['exchange', 'size', 'frame'],
    locale: 'en-us',
    updatedAt: '2025-12-09T14:00:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>Too big or too small? The first change of size is free within 30 days of delivery, if the bike has been ridden no more than 50 km.</p>
<h2>Before you swap</h2>
<p>Often a few centimetres at saddle and stem are enough. Set the saddle to hip height, slide it forward or back, and try a short ride. Numb hands speak for a frame that is too long; knees near the handlebar speak for one that is too short. The table under <a href="/hc/en-us/articles/30261">find your frame size</a> helps to decide.</p>
<h2>How the exchange works</h2>
<ol>
<li>Tell us your order number, height and inside leg, and which size you think you need.</li>
<li>We reserve the new bike and send you the delivery week.</li>
<li>The driver brings the new bike and takes the old one along in its box. You needn't be without a bike in between.</li>
<li>The serial number changes: remove the old bike in the app and pair the new one.</li>
</ol>
<h2>Good to know</h2>
<ul>
<li>A second change of size costs €45.</li>
<li>If the same colour is sold out, you may choose another or <a href="/hc/en-us/articles/30221">return the order</a>.</li>
<li>Job bikes can be exchanged too, but we must tell the leasing company the new serial number.</li>
</ul>`,
  },
  {
    id: 30223,
    title: 'Make a warranty claim',
    section: 'Returns and warranty',
    category: 'Orders',
    labels: ['warranty', 'defect', 'repair'],
    locale: 'en-us',
    updatedAt: '2026-02-16T10:20:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>If a part fails through no fault of yours, we repair or replace it. Your legal rights against the seller exist beside this warranty and are not limited by it.</p>
<table>
<tr><th>Part</th><th>Covered for</th></tr>
<tr><td>Frame and rigid fork</td><td>5 years</td></tr>
<tr><td>Motor, display, electronics</td><td>2 years</td></tr>
<tr><td>Battery</td><td>2 years or 500 full charges, at least 70 % health</td></tr>
<tr><td>Paint, accessories</td><td>1 year</td></tr>
</table>
<p>Not covered: tyres, brake pads, chain and belt, falls, jet washing, tuning, and commercial hire.</p>
<h2>How to claim</h2>
<ol>
<li>Write what is wrong and since when.</li>
<li>Add the serial number under the motor and the invoice: see <a href="/hc/en-us/articles/30231">invoices</a>.</li>
<li>Add two or three photos, or a short video if it makes a noise.</li>
</ol>
<h2>What happens then</h2>
<p>We answer within three working days. Small parts come by post; for larger work we pay a partner workshop near you or send a mobile mechanic. A repair takes about ten working days, and the warranty on the replaced part starts again.</p>
<p>Was it like that when you opened the box? Then read <a href="/hc/en-us/articles/30207">arrived damaged</a>, which is quicker. Changed your mind? That is a <a href="/hc/en-us/articles/30221">return</a>. Theft and falls are a matter for <a href="/hc/en-us/articles/30246">Fernway Cover</a>.</p>`,
  },
  {
    id: 30224,
    title: 'When will my refund arrive?',
    section: 'Returns and warranty',
    category: 'Orders',
    labels: ['refund', 'timing', 'bank'],
    locale: 'en-us',
    updatedAt: '2026-02-23T08:45:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>We always send money back by the way you paid. There are two waiting times: ours until we release the refund, and your bank's until you see it.</p>
<h2>Our part</h2>
<ul>
<li>Cancelled before packing: the same working day.</li>
<li>Returned bike: within five working days after it reaches our warehouse.</li>
<li>Returned accessories: within three working days.</li>
</ul>
<p>You get an e-mail with the subject <em>Your refund is on its way</em> on the day we release it.</p>
<h2>Your bank's part</h2>
<table>
<tr><th>Paid by</th><th>Visible after</th></tr>
<tr><td>iDEAL or bank transfer</td><td>1–2 working days</td></tr>
<tr><td>PayPal</td><td>1 working day</td></tr>
<tr><td>Credit or debit card</td><td>3–5 working days, at times on the next statement</td></tr>
<tr><td>Instalments</td><td>3 working days; the plan ends or shrinks</td></tr>
<tr><td>Leasing</td><td>goes to the leasing company</td></tr>
</table>
<h2>It still isn't there</h2>
<ol>
<li>Check the card or account you paid with, not the one you use today. If that account is closed, your bank forwards or returns the money.</li>
<li>Ten working days after our e-mail, write to us. We send you a reference number (ARN) with which your bank can find it.</li>
</ol>
<p>A return fee may have been taken off: see <a href="/hc/en-us/articles/30221">return an order</a>. A charge that appears twice is explained under <a href="/hc/en-us/articles/30235">I was charged twice</a>.</p>`,
  },
  {
    id: 30231,
    title: 'Download or correct an invoice',
    section: 'Payment',
    category: 'Payment and plans',
    labels: ['invoice', 'receipt', 'VAT'],
    locale: 'en-us',
    updatedAt: '2025-10-20T09:25:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>We send the invoice as a PDF on the day your order leaves us, not on the day you pay. It shows the serial number, the pairing code and the VAT, so keep it for warranty, insurance and taxes.</p>
<h2>Download it again</h2>
<ol>
<li>Open <strong>Account &gt; Orders</strong> and choose the order.</li>
<li>Tap <strong>Invoice</strong> below the list of items.</li>
<li>Guest orders: use the link <strong>View order</strong> in your confirmation e-mail.</li>
</ol>
<p>Invoices for a Find plan or Fernway Cover are under <strong>Account &gt; Plans</strong>, one for each payment.</p>
<h2>Company name or VAT number missing</h2>
<p>We can correct name, address and VAT number within 30 days. Send us the order number and the details exactly as they should appear. You get a credit note and a new invoice. After 30 days, or once a VAT return has been filed, tax rules don't allow us to change it.</p>
<h2>Before the order has left</h2>
<p>Some employers ask for a paper in advance. In that case choose <strong>Order confirmation as PDF</strong>; it shows price and VAT but is not a tax document.</p>
<h2>Leasing</h2>
<p>With a <a href="/hc/en-us/articles/30234">job bike</a> the leasing company receives the invoice. You get a delivery note with the serial number, which is enough for warranty claims.</p>`,
  },
  {
    id: 30232,
    title: 'Payment failed at checkout',
    section: 'Payment',
    category: 'Payment and plans',
    labels: ['payment', 'declined', 'checkout'],
    locale: 'en-us',
    updatedAt: '2025-11-27T10:50:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>A refused payment is annoying, above all when the bike is nearly yours. In most cases the bank has stopped it, and a second try in another way works. Your basket is kept for seven days.</p>
<h2>Common reasons</h2>
<ul>
<li><strong>Card limit.</strong> Many cards allow €1,000 or €2,500 a day. Raise the limit in your banking app and try again.</li>
<li><strong>Confirmation missed.</strong> Your bank asks you to approve the payment in its app within five minutes.</li>
<li><strong>Name or address differs.</strong> The invoice address must match the one your bank knows.</li>
<li><strong>Private window or blocker.</strong> These can stop the bank's page from opening.</li>
</ul>
<h2>What to do</h2>
<ol>
<li>Wait ten minutes and check your account: a reserved amount is released by itself.</li>
<li>Try once more with another browser.</li>
<li>Choose another method: see <a href="/hc/en-us/articles/30233">ways to pay and instalments</a>. Bank transfer works for any amount.</li>
</ol>
<h2>Money gone, but no order?</h2>
<p>If the amount was debited and you have no confirmation after an hour, send us the date, the time and the last four figures of the card. Never send the full card number. If the amount appears two times, see <a href="/hc/en-us/articles/30235">I was charged twice</a>.</p>`,
  },
  {
    id: 30233,
    title: 'Ways to pay and instalments',
    section: 'Payment',
    category: 'Payment and plans',
    labels: ['payment methods', 'instalments', 'voucher'],
    locale: 'en-us',
    updatedAt: '2025-08-18T12:30:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>You choose how to pay in the last step of the order. Nothing is added to the price, whichever way you choose.</p>
<table>
<tr><th>Method</th><th>Countries</th><th>Limit</th></tr>
<tr><td>Credit and debit card</td><td>all</td><td>your card's limit</td></tr>
<tr><td>iDEAL, Bancontact</td><td>NL, BE</td><td>€10,000</td></tr>
<tr><td>PayPal</td><td>all</td><td>€5,000</td></tr>
<tr><td>Bank transfer</td><td>all</td><td>none</td></tr>
<tr><td>Instalments</td><td>NL, BE, DE, FR</td><td>€4,500</td></tr>
</table>
<h2>Instalments</h2>
<p>Pay in 6, 12 or 24 monthly parts. Six parts cost no interest; for the others the yearly rate is shown before you sign. The finance partner checks your credit and decides; we see only yes or no, and we can't change the answer.</p>
<h2>Vouchers and codes</h2>
<ul>
<li>Enter the code in the basket, before you choose how to pay.</li>
<li>One code per order. Codes don't count for leasing or for gift cards.</li>
<li>We can't add a code to an order that has been paid.</li>
</ul>
<h2>Change the card of a plan</h2>
<p>For a Find plan or Fernway Cover, open <strong>Account &gt; Plans &gt; Payment</strong> and add the new card before you remove the old one. Refused payment? See <a href="/hc/en-us/articles/30232">payment failed</a>. Paid through your employer? See <a href="/hc/en-us/articles/30234">job bikes</a>.</p>`,
  },
  {
    id: 30234,
    title: 'Leasing a job bike through your employer',
    section: 'Payment',
    category: 'Payment and plans',
    labels: ['leasing', 'job bike', 'employer'],
    locale: 'en-us',
    updatedAt: '2025-09-15T09:15:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>In the Netherlands, Belgium, Germany and Austria you can lease a Fernway from your gross salary. Your employer signs with a leasing company, and the monthly rate usually runs for 36 months.</p>
<h2>How it works</h2>
<ol>
<li>Ask your employer whether they offer bike leasing and with which company.</li>
<li>Configure your bike with us and choose <strong>Request leasing quote</strong>. You get a PDF within one working day.</li>
<li>Upload the quote to the leasing portal. Your employer approves it there.</li>
<li>We receive the order from the leasing company and start building. The <a href="/hc/en-us/articles/30201">delivery time</a> counts from this moment, not from the quote.</li>
<li>At delivery you confirm with the pick-up code from the portal.</li>
</ol>
<h2>Who does what</h2>
<table>
<tr><th>Question</th><th>Ask</th></tr>
<tr><td>Rate, contract, leaving the company</td><td>employer or leasing company</td></tr>
<tr><td>Insurance, theft, service package</td><td>leasing company</td></tr>
<tr><td>Delivery, defects, app</td><td>us</td></tr>
</table>
<h2>At the end</h2>
<p>The leasing company offers you the bike at a remaining value, mostly between 15 and 18 %. You may buy it or give it back. After buying, the rest of our <a href="/hc/en-us/articles/30223">warranty</a> passes to you.</p>`,
  },
  {
    id: 30235,
    title: 'I was charged twice',
    section: 'Payment',
    category: 'Payment and plans',
    labels: ['double charge', 'reservation', 'dispute'],
    locale: 'en-us',
    updatedAt: '2025-07-21T16:00:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>If you see the same amount two times, one of them is nearly always a reservation that disappears by itself. Here is how to tell them apart.</p>
<h2>Reservation or charge?</h2>
<ul>
<li><strong>Pending, reserved or authorised:</strong> the bank has set the money aside for a payment that didn't go through, often after a refused first try. It is released within five working days, without our help.</li>
<li><strong>Booked or posted:</strong> the money has really left your account.</li>
</ul>
<h2>Other reasons for a second amount</h2>
<ul>
<li>A bike and its accessories were sent on different days, and each part was charged when it left.</li>
<li>A Find plan has renewed: see <a href="/hc/en-us/articles/30244">cancel your Find plan</a>.</li>
<li>Fernway Cover is charged on the first day of the month.</li>
</ul>
<h2>Both are booked</h2>
<ol>
<li>Send us a screenshot of both lines with date and amount. Please hide everything else.</li>
<li>Add the order number.</li>
<li>We compare it with our payment provider within two working days, and send back what was taken in error on the same day.</li>
</ol>
<p>You don't recognise the charge at all? Write to us before you dispute it with the bank, because a dispute freezes the money for both of us for weeks. How long a refund takes is shown under <a href="/hc/en-us/articles/30224">when will my refund arrive?</a></p>`,
  },
] satisfies FernwayArticle[];
