import type { FernwayArticle } from './types.ts';

/** Articles about the app, the account and personal data. */
export const appArticles = [
  {
    id: 30121,
    title: 'Pair your bike with the Fernway Ride app',
    section: 'Fernway Ride app',
    category: 'App and account',
    labels: ['app', 'pairing', 'bluetooth'],
    locale: 'en-us',
    updatedAt: '2026-01-07T08:50:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>Pairing takes about a minute and is needed once per phone. You need Android 10 or iOS 15 and the six-figure code on the card in the manual.</p>
<h2>First pairing</h2>
<ol>
<li>Switch the bike on and stand next to it.</li>
<li>Allow Bluetooth and, on Android, nearby devices.</li>
<li>In the app, choose <strong>Add bike</strong> and enter the code.</li>
<li>Confirm on the display with the plus button.</li>
</ol>
<h2>The app doesn't find the bike</h2>
<ul>
<li>Remove “Fernway” from the phone's own Bluetooth list. The bike must be paired in the app, not in the phone settings.</li>
<li>Switch off other phones that were paired; only one can be connected at a time.</li>
<li>Hold plus and minus together for eight seconds to clear old pairings, then start again.</li>
<li>Switch off battery saving for the app.</li>
</ul>
<h2>Second-hand bike</h2>
<p>A bike stays with its owner's account. Ask the seller to choose <strong>Bike &gt; Hand over</strong>. If you can't reach the seller, send us the proof of purchase and the serial number under the motor, and we'll check whether the bike has been reported stolen before we release it.</p>
<h2>Lost the code?</h2>
<p>It is also on your invoice, below the serial number: see <a href="/hc/en-us/articles/30231">invoices</a>. To let a partner ride with their own phone, read <a href="/hc/en-us/articles/30124">share your bike with a second rider</a>.</p>`,
  },
  {
    id: 30122,
    title: 'Update the firmware with the app',
    section: 'Fernway Ride app',
    category: 'App and account',
    labels: ['firmware', 'update', 'app'],
    locale: 'en-us',
    updatedAt: '2026-02-20T15:30:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>Firmware updates improve the motor, the display and the range estimate. The current version is 4.3. An update takes twelve to twenty minutes.</p>
<h2>Before you start</h2>
<ul>
<li>Battery of the bike above 30 %, phone above 40 %.</li>
<li>The bike is <a href="/hc/en-us/articles/30121">paired</a> and stands next to you, with the charger unplugged.</li>
<li>A steady internet connection for the download of about 20 MB.</li>
</ul>
<h2>Install it</h2>
<ol>
<li>Open <strong>Bike &gt; Firmware</strong> and tap <strong>Download</strong>.</li>
<li>Tap <strong>Install</strong> and keep the app open. Don't lock the phone and don't ride.</li>
<li>The display goes dark twice. Wait until it shows the version number.</li>
</ol>
<h2>The update hangs</h2>
<p>If the bar hasn't moved for fifteen minutes, close the app, take the battery out for one minute, put it back and start again. The bike keeps two copies of its software, so an interrupted update doesn't break it. At 99 % the bike is restarting: please give it five more minutes.</p>
<h2>What's new in 4.3</h2>
<ul>
<li>Fewer <a href="/hc/en-us/articles/30112">E10</a> messages after a cold night.</li>
<li>Smoother start on hills.</li>
</ul>
<p>If the motor feels different afterwards, <a href="/hc/en-us/articles/30114">zero the torque sensor</a>.</p>`,
  },
  {
    id: 30123,
    title: 'Sign-in code does not arrive',
    section: 'Account',
    category: 'App and account',
    labels: ['login', '2FA', 'code'],
    locale: 'en-us',
    updatedAt: '2026-02-11T09:05:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>When you sign in on a new phone or browser we send a six-figure code. It is valid for ten minutes, and each new code makes the earlier ones useless.</p>
<h2>If no code comes</h2>
<ol>
<li>Wait two minutes before you ask for another. After five requests the account is paused for an hour.</li>
<li>Look in the spam folder for <em>no-reply@fernway.example</em>.</li>
<li>Check where the code goes: the sign-in page shows the first letter of the address or the last two figures of the number.</li>
<li>By text message: make sure that your provider doesn't block short numbers, and try the link <strong>Send by e-mail instead</strong>.</li>
</ol>
<h2>Authenticator app</h2>
<p>If your codes come from an authenticator and are refused, set the phone's clock to automatic. Codes from a clock that is a minute off don't work. New phone? Use one of the eight recovery codes you saved when you switched it on.</p>
<h2>No access to the old number or mailbox</h2>
<p>Write to us from any address with the serial number under the motor and the order number. After we have checked that you own the bike, we remove the old number; this takes one working day. Never send us a code or your password: we don't need either.</p>
<p>To replace an address while you are still signed in, see <a href="/hc/en-us/articles/30251">change your e-mail or phone number</a>.</p>`,
  },
  {
    id: 30124,
    title: 'Share your bike with a second rider',
    section: 'Fernway Ride app',
    category: 'App and account',
    labels: ['sharing', 'second rider', 'family'],
    locale: 'en-us',
    updatedAt: '2025-08-25T11:35:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>Up to four people can use one bike with their own phone, rides and assistance settings. The owner stays in charge: only the owner can hand the bike over, change the tracker plan or report it stolen.</p>
<h2>Invite someone</h2>
<ol>
<li>The second rider installs Fernway Ride and creates an own account.</li>
<li>The owner opens <strong>Bike &gt; Riders &gt; Invite</strong> and enters their e-mail address.</li>
<li>The second rider accepts within 48 hours and pairs the phone while standing next to the bike.</li>
</ol>
<h2>What a rider can see</h2>
<table>
<tr><th></th><th>Owner</th><th>Rider</th></tr>
<tr><td>Own rides</td><td>yes</td><td>yes</td></tr>
<tr><td>Rides of others</td><td>no</td><td>no</td></tr>
<tr><td>Live location</td><td>yes</td><td>only if the owner allows it</td></tr>
<tr><td>Firmware updates</td><td>yes</td><td>yes</td></tr>
</table>
<h2>Switching between riders</h2>
<p>The bike connects to the phone that was near it first. To switch, close the app on the other phone. Without any phone, the bike uses the settings of the last ride.</p>
<h2>Remove a rider</h2>
<p>Tap the name and choose <strong>Remove</strong>. Their rides stay in their account. Trouble connecting? See <a href="/hc/en-us/articles/30121">pair your bike</a>. A passenger is something else: read <a href="/hc/en-us/articles/30263">child seats and passengers</a>.</p>`,
  },
  {
    id: 30251,
    title: 'Change your e-mail address or phone number',
    section: 'Account',
    category: 'App and account',
    labels: ['account', 'email', 'phone'],
    locale: 'en-us',
    updatedAt: '2025-06-16T10:10:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>You can change your contact details yourself as long as you can sign in. Orders that are under way keep the old details until you tell us.</p>
<h2>E-mail address</h2>
<ol>
<li>Open <strong>Account &gt; Details</strong> in the app or on our website.</li>
<li>Enter the new address and your password.</li>
<li>Click the link that we send to the <strong>new</strong> address. It is valid for 24 hours.</li>
<li>We tell the old address about the change, so that nobody can take your account unnoticed.</li>
</ol>
<h2>Phone number</h2>
<p>Enter the new number with its country code, for instance +31, and confirm it with the code from the text message. If you use text messages for sign-in, keep the old SIM card until this is done.</p>
<h2>Name on the account</h2>
<p>Spelling mistakes can be corrected in the same place. If the bike has a new owner, don't rename the account: use <strong>Bike &gt; Hand over</strong> instead, so that warranty and tracker move with it.</p>
<h2>Not what you were looking for?</h2>
<ul>
<li>Can't sign in any more: <a href="/hc/en-us/articles/30123">sign-in code does not arrive</a>.</li>
<li>Another place for your parcel: <a href="/hc/en-us/articles/30203">change the delivery address</a>.</li>
<li>Leaving us: <a href="/hc/en-us/articles/30252">delete your account and data</a>.</li>
</ul>`,
  },
  {
    id: 30252,
    title: 'Delete your account and personal data',
    section: 'Privacy',
    category: 'App and account',
    labels: ['privacy', 'GDPR', 'deletion'],
    locale: 'en-us',
    updatedAt: '2025-12-15T08:00:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>You may ask us at any time for a copy of your data, or to erase it. Both are free, and we answer within one month as the GDPR requires; most requests take a week.</p>
<h2>How to ask</h2>
<ol>
<li>Signed in: <strong>Account &gt; Privacy &gt; Delete my account</strong>, then confirm by e-mail.</li>
<li>Not signed in: write to privacy@fernway.example from the address on the account. We may ask for the serial number to be sure that it's you. We never ask for a passport copy.</li>
</ol>
<h2>What is erased</h2>
<ul>
<li>Profile, rides, locations and app settings: at once.</li>
<li>Support conversations and photos: within 30 days.</li>
<li>Backups: overwritten within 90 days.</li>
</ul>
<h2>What we must keep</h2>
<p>Tax law makes us keep invoices for seven years. They are locked and used for nothing else. If a bike is under recall we also keep its serial number, without your name.</p>
<h2>Before you confirm</h2>
<p>Deletion can't be undone. The tracker stops, shared riders lose access, and the warranty can then only be claimed with your paper invoice. End a paid plan first: see <a href="/hc/en-us/articles/30244">cancel your Find plan</a>. If you only want fewer mails, use the link at the foot of any newsletter.</p>`,
  },
] satisfies FernwayArticle[];
