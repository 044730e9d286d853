import type { FernwayArticle } from './types.ts';

/** Articles about orders on their way: times, tracking, addresses, delays and damage. */
export const deliveryArticles = [
  {
    id: 30201,
    title: 'How long does delivery take?',
    section: 'Delivery',
    category: 'Orders',
    labels: ['delivery', 'time', 'stock'],
    locale: 'en-us',
    updatedAt: '2026-02-25T09:00:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>The delivery time depends on whether your bike is ready in our warehouse or built for you. The product page and your order confirmation both show the expected week.</p>
<table>
<tr><th>What</th><th>Leaves us</th><th>On the road</th></tr>
<tr><td>Bike in stock</td><td>2–3 working days</td><td>3–5 working days</td></tr>
<tr><td>Bike built to order</td><td>3–4 weeks</td><td>3–5 working days</td></tr>
<tr><td>Accessories and spare parts</td><td>1–2 working days</td><td>2–3 working days</td></tr>
</table>
<h2>How the day is agreed</h2>
<ol>
<li>When your bike is packed, the status changes to <strong>Ready to ship</strong>.</li>
<li>The carrier sends you a text message or an e-mail with two possible days.</li>
<li>You choose a day and a window of four hours. Without an answer the first day applies.</li>
</ol>
<h2>Good to know</h2>
<ul>
<li>Working days are Monday to Friday without public holidays.</li>
<li>Addresses in Sweden, Ireland, Spain and Italy need two to four days more.</li>
<li>An order with a bike and accessories travels in two parcels that may arrive on different days.</li>
</ul>
<p>Has your order already left? <a href="/hc/en-us/articles/30202">Track it</a>. Is the promised date over? Read <a href="/hc/en-us/articles/30206">my delivery is late</a>. Prices are under <a href="/hc/en-us/articles/30205">countries and delivery cost</a>.</p>`,
  },
  {
    id: 30202,
    title: 'Track your order',
    section: 'Delivery',
    category: 'Orders',
    labels: ['tracking', 'order status'],
    locale: 'en-us',
    updatedAt: '2025-11-03T12:00:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>You can follow your order from payment to doorstep. You need the order number, which starts with FW-, and the e-mail address you ordered with.</p>
<h2>Where to look</h2>
<ol>
<li>Open <strong>Orders</strong> in your account, or the link in your confirmation if you ordered as a guest.</li>
<li>Choose the order. The bar at the top shows its status.</li>
<li>As soon as the parcel leaves, a tracking number appears under the bar. It works on the carrier's site after about twelve hours.</li>
</ol>
<h2>What the statuses mean</h2>
<table>
<tr><th>Status</th><th>Meaning</th></tr>
<tr><td>Received</td><td>Payment checked, nothing built yet</td></tr>
<tr><td>In assembly</td><td>Your bike is being built and tested</td></tr>
<tr><td>Ready to ship</td><td>Packed; changes are no longer possible</td></tr>
<tr><td>On its way</td><td>With the carrier</td></tr>
<tr><td>Delivered</td><td>Signed for, or left where you allowed it</td></tr>
</table>
<h2>No news for days?</h2>
<p>Over a weekend the status stands still. If nothing moves for three working days, or it says Delivered and you have nothing, go to <a href="/hc/en-us/articles/30206">my delivery is late</a>. If the driver came while you were out, see <a href="/hc/en-us/articles/30204">I missed the delivery</a>.</p>`,
  },
  {
    id: 30203,
    title: 'Change the delivery address',
    section: 'Delivery',
    category: 'Orders',
    labels: ['address', 'moving', 'redirect'],
    locale: 'en-us',
    updatedAt: '2025-10-06T09:45:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>Moved house, or typed the wrong number? What we can do depends on the status of the order, which you find under <a href="/hc/en-us/articles/30202">track your order</a>.</p>
<h2>Received or In assembly</h2>
<ol>
<li>Open the order and choose <strong>Change address</strong>.</li>
<li>Enter the new address in the same country and save.</li>
<li>You get a new confirmation by e-mail. The delivery date stays the same.</li>
</ol>
<p>A different country means a new price and a new order: please write to us first.</p>
<h2>Ready to ship or On its way</h2>
<p>The label is printed, so we can't change it. The carrier can redirect the parcel <strong>once</strong>, within the same country, through the link in its message. You may choose another address, a neighbour or a depot; bikes can't go to parcel lockers. A redirection adds one to two working days.</p>
<h2>Delivered to the old address</h2>
<p>Ask the present residents first. If they don't have it, tell us within seven days; we start a search with the carrier, as described in <a href="/hc/en-us/articles/30206">my delivery is late</a>.</p>
<h2>Invoice address</h2>
<p>The address on the invoice is separate. To have it corrected, see <a href="/hc/en-us/articles/30231">invoices</a>. For your e-mail address, see <a href="/hc/en-us/articles/30251">change your details</a>.</p>`,
  },
  {
    id: 30204,
    title: 'I missed the delivery',
    section: 'Delivery',
    category: 'Orders',
    labels: ['missed', 'redelivery', 'depot'],
    locale: 'en-us',
    updatedAt: '2025-09-29T15:20:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>Nobody was at home when the driver rang? No problem: the parcel goes back to the depot and is kept for you. A bike is never left in front of a door, and a card or a message always tells you what to do.</p>
<h2>What happens next</h2>
<ol>
<li>The driver tries once more on the next working day.</li>
<li>After the second attempt the parcel stays at the depot for <strong>seven days</strong>.</li>
<li>Then it comes back to us, and we contact you.</li>
</ol>
<h2>Your choices</h2>
<ul>
<li>Choose another day with the link in the carrier's message.</li>
<li>Name a neighbour who can sign.</li>
<li>Collect it with an ID card and the number on the delivery card. The box measures 180 × 30 × 105 cm and weighs about 35 kg, so bring a van and a helper.</li>
</ul>
<h2>When it has come back to us</h2>
<p>A second delivery costs €35 for a bike and €5.95 for a small parcel. If the carrier made the mistake, for instance because no one rang, it is free; tell us what happened. If you no longer want the order, it counts as a <a href="/hc/en-us/articles/30221">return</a>.</p>
<p>The driver didn't come at all on the agreed day? See <a href="/hc/en-us/articles/30206">my delivery is late</a>.</p>`,
  },
  {
    id: 30205,
    title: 'Countries and delivery cost',
    section: 'Delivery',
    category: 'Orders',
    labels: ['shipping', 'countries', 'cost'],
    locale: 'en-us',
    updatedAt: '2026-01-15T08:30:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>We deliver to twelve countries of the European Union. Prices are per bike and include two people who carry the box to your front door.</p>
<table>
<tr><th>Country</th><th>Bike</th><th>Small parcel</th></tr>
<tr><td>Netherlands, Belgium, Luxembourg, Germany</td><td>free</td><td>€5.95</td></tr>
<tr><td>Austria, France, Denmark</td><td>€49</td><td>€9.95</td></tr>
<tr><td>Sweden, Ireland, Spain, Italy, Portugal</td><td>€89</td><td>€12.95</td></tr>
</table>
<h2>Where we don't deliver</h2>
<p>We don't ship to Switzerland, Norway, the United Kingdom or overseas, because batteries of this size need special papers at the border. Islands without a road link are served only as far as the mainland port. We are sorry that we can't make exceptions, also not through a freight company of your own.</p>
<h2>Collect it yourself</h2>
<p>Collection at our shops in Utrecht, Ghent and Cologne is free. You get a message when the bike stands ready, and a mechanic sets the saddle with you; plan half an hour. We keep it for fourteen days.</p>
<h2>More than one bike</h2>
<p>Two bikes to the same address cost one delivery fee. For five or more, ask for a business quote. For times, see <a href="/hc/en-us/articles/30201">how long does delivery take?</a> Return costs are listed under <a href="/hc/en-us/articles/30221">return an order</a>.</p>`,
  },
  {
    id: 30206,
    title: 'My delivery is late or lost',
    section: 'Delivery',
    category: 'Orders',
    labels: ['late', 'lost', 'trace'],
    locale: 'en-us',
    updatedAt: '2026-02-27T10:15:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>We are sorry when the promised day passes without your bike. Here is what we do, and what you can expect from us.</p>
<h2>First, two quick checks</h2>
<ul>
<li>Look at the status under <a href="/hc/en-us/articles/30202">track your order</a>. “In assembly” means that a part is late, not that the parcel is lost.</li>
<li>Ask neighbours and look for a card in the letter box. If you find one, see <a href="/hc/en-us/articles/30204">I missed the delivery</a>.</li>
</ul>
<h2>Late from the carrier</h2>
<ol>
<li>Three working days after the promised day we open a search with the carrier. Write to us with the order number; you needn't do anything else.</li>
<li>The carrier answers within five working days. We tell you the result, also when there is none.</li>
<li>If the parcel is lost, you choose between a new bike with priority and all your money back.</li>
</ol>
<h2>Late from our workshop</h2>
<p>If a built-to-order bike takes longer than the week in your confirmation, you get a new date. You may <a href="/hc/en-us/articles/30211">cancel free of charge</a> at any time before it is packed.</p>
<h2>Marked as delivered, but not here</h2>
<p>Tell us within seven days. The carrier must show the signature or photo; until that is settled, you don't carry the risk.</p>
<p>If it has come but is broken, read <a href="/hc/en-us/articles/30207">my bike arrived damaged</a>.</p>`,
  },
  {
    id: 30207,
    title: 'My bike arrived damaged or incomplete',
    section: 'Delivery',
    category: 'Orders',
    labels: ['damaged', 'transport', 'missing part'],
    locale: 'en-us',
    updatedAt: '2026-01-22T13:55:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>Damage in transit is ours to put right, and it never costs you anything. Please tell us within <strong>five days</strong> of delivery, because the carrier accepts no later reports.</p>
<h2>What we need</h2>
<ol>
<li>Photos of the whole box from two sides, also if it looks fine.</li>
<li>A photo of the label with its barcode.</li>
<li>Photos of the damage, one close up and one from a metre away.</li>
<li>The order number and the serial number under the motor.</li>
</ol>
<p>Keep all packaging until we have answered. Don't ride the bike and don't try to bend anything back.</p>
<h2>What happens then</h2>
<ul>
<li>Small parts, such as a scratched mudguard or a missing pedal: a new part leaves within two working days. If you like, a mobile mechanic fits it.</li>
<li>Frame, fork, wheel or battery: we collect the bike and send a new one.</li>
<li>A dent in the battery: keep it outdoors, don't charge it, and say so in the first line of your message.</li>
</ul>
<h2>Wrong model, colour or size in the box</h2>
<p>Send a photo of the sticker on the box. We swap it free of charge, whatever the distance on the display.</p>
<p>A defect that shows up after weeks of riding is a <a href="/hc/en-us/articles/30223">warranty claim</a>; a bike that you just don't like is a <a href="/hc/en-us/articles/30221">return</a>.</p>`,
  },
  {
    id: 30208,
    title: 'Unpack your bike and get ready to ride',
    section: 'Delivery',
    category: 'Orders',
    labels: ['assembly', 'setup', 'first ride'],
    locale: 'en-us',
    updatedAt: '2025-04-28T10:30:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>Your bike arrives almost complete. With the tools in the small box you are ready in half an hour; a second pair of hands makes lifting easier.</p>
<h2>Step by step</h2>
<ol>
<li>Cut the straps, fold the front of the box down and roll the bike out. Don't lift it by the display.</li>
<li>Turn the handlebar straight and tighten the two bolts of the stem to 6 Nm.</li>
<li>Screw in the pedals. R goes to the right and turns clockwise, L to the left and turns anticlockwise.</li>
<li>Set the saddle so that your leg is almost stretched at the lowest point. Mind the minimum mark on the post.</li>
<li>Charge the battery fully: see <a href="/hc/en-us/articles/30104">charger lights and charging times</a>.</li>
<li>Push the battery in until it clicks twice, and <a href="/hc/en-us/articles/30121">pair the app</a>.</li>
</ol>
<h2>Before the first ride</h2>
<ul>
<li>Squeeze each brake twenty times; new pads bite fully only after about 50 km.</li>
<li>Check the tyres; we ship them half full. The right values are under <a href="/hc/en-us/articles/30131">tyre pressure and punctures</a>.</li>
<li>Try the assistance on an empty street, starting with Eco.</li>
</ul>
<p>Keep the box for 30 days: you need it for a <a href="/hc/en-us/articles/30221">return</a>. Something broken or missing? Read <a href="/hc/en-us/articles/30207">my bike arrived damaged</a>.</p>`,
  },
  {
    id: 30211,
    title: 'Change or cancel an order',
    section: 'Your order',
    category: 'Orders',
    labels: ['cancel', 'change', 'order'],
    locale: 'en-us',
    updatedAt: '2025-11-11T11:11:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>Until an order is packed you can still change your mind. The status in your account tells you what is possible.</p>
<table>
<tr><th>Status</th><th>Change colour, size or extras</th><th>Cancel</th></tr>
<tr><td>Received</td><td>yes</td><td>yes, free</td></tr>
<tr><td>In assembly</td><td>extras only</td><td>yes, free</td></tr>
<tr><td>Ready to ship</td><td>no</td><td>no; refuse the parcel or return it</td></tr>
<tr><td>On its way</td><td>no</td><td>no; refuse the parcel or return it</td></tr>
</table>
<h2>Change it</h2>
<p>Open the order and choose <strong>Edit</strong>. If the new total is higher, you get a payment link that is valid for 48 hours; if it is lower, we refund the difference. A new frame size or colour can move the delivery week, and you see the new week before you confirm.</p>
<h2>Cancel it</h2>
<ol>
<li>Open the order and choose <strong>Cancel order</strong>.</li>
<li>Confirm with the link in our e-mail.</li>
<li>We send the money back on the same day; see <a href="/hc/en-us/articles/30224">when will my refund arrive?</a> for how long your bank takes.</li>
</ol>
<p>Company bikes must be cancelled by the leasing company: see <a href="/hc/en-us/articles/30234">job bikes</a>. After delivery, use <a href="/hc/en-us/articles/30221">return an order</a>. For another street, use <a href="/hc/en-us/articles/30203">change the delivery address</a>.</p>`,
  },
] satisfies FernwayArticle[];
