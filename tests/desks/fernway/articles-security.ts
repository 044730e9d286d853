import type { FernwayArticle } from './types.ts';

/** Articles about theft, keys, the tracker with its plans, and insurance. */
export const securityArticles = [
  {
    id: 30241,
    title: 'My bike was stolen',
    section: 'Theft and keys',
    category: 'Safety and tracking',
    labels: ['theft', 'police', 'tracker'],
    locale: 'en-us',
    updatedAt: '2026-01-19T07:45:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>We are very sorry. Act quickly, in this order; the first hours matter most.</p>
<ol>
<li><strong>Mark it as stolen.</strong> In the app choose <strong>Bike &gt; Stolen</strong>. The motor locks, the tracker reports every minute, and nobody can pair the bike.</li>
<li><strong>Go to the police.</strong> They need the serial number, which is on your invoice and in the app. Ask for the report number.</li>
<li><strong>Share the location with the police only.</strong> Under <strong>Stolen &gt; Share</strong> you create a link for the officer. Please don't go and look for the bike alone.</li>
<li><strong>Tell your insurer.</strong> With Fernway Cover you have seven days: see <a href="/hc/en-us/articles/30246">Fernway Cover</a>. With a job bike, tell the leasing company.</li>
</ol>
<h2>No tracker plan?</h2>
<p>Every bike has the tracker built in. After a theft you can switch on the Find plan in the app; it works as long as the bike battery or the tracker's own cell has power, up to 30 days.</p>
<h2>It has been found</h2>
<p>Choose <strong>Found</strong> in the app. Before you ride, have brakes and battery checked at a <a href="/hc/en-us/articles/30133">workshop</a>.</p>
<h2>Only the key is gone</h2>
<p>Then read <a href="/hc/en-us/articles/30242">lost battery or lock key</a>. If the app shows an old place, see <a href="/hc/en-us/articles/30245">tracker shows no or an old location</a>.</p>`,
  },
  {
    id: 30242,
    title: 'Lost battery or lock key',
    section: 'Theft and keys',
    category: 'Safety and tracking',
    labels: ['key', 'lost', 'lock'],
    locale: 'en-us',
    updatedAt: '2025-08-04T14:35:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>Your bike came with two identical keys and a small metal tag with a number such as K-4821. One key fits both the battery and the frame lock.</p>
<h2>You have the number</h2>
<ol>
<li>Order a key in the shop under <strong>Spare parts &gt; Keys</strong> and enter the number.</li>
<li>For your safety we send keys only to the owner's address. A key costs €15 and takes about five working days.</li>
</ol>
<h2>You have lost the number too</h2>
<p>If you registered the bike, the number is in the app under <strong>Bike &gt; Key</strong>. If it isn't, we can't look it up: the locks are coded at the maker's. A new set of cylinders with two keys costs €49, and a <a href="/hc/en-us/articles/30133">workshop</a> fits it in half an hour.</p>
<h2>Locked in</h2>
<ul>
<li>Battery locked in: you can still charge it on the bike.</li>
<li>Frame lock closed: a workshop opens it after you show the invoice and an ID card. Cutting it yourself isn't covered.</li>
<li>Key broken off: leave the rest in the lock, and don't use glue.</li>
</ul>
<h2>Key stolen together with a bag</h2>
<p>Change the cylinders soon, for the thief may know your address. If the bike is gone as well, go to <a href="/hc/en-us/articles/30241">my bike was stolen</a>. A forgotten app code is something else: see <a href="/hc/en-us/articles/30123">sign-in code</a>.</p>`,
  },
  {
    id: 30243,
    title: 'Change your Find plan',
    section: 'Tracker and Find plans',
    category: 'Safety and tracking',
    labels: ['tracker', 'plan', 'upgrade'],
    locale: 'en-us',
    updatedAt: '2025-12-19T09:50:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>The tracker in your bike works with one of three plans. The first year of Find Basic is included with every new bike.</p>
<table>
<tr><th>Plan</th><th>Price</th><th>What you get</th></tr>
<tr><td>Find Basic</td><td>€2.50 a month</td><td>Location every 15 minutes, movement alarm</td></tr>
<tr><td>Find Plus</td><td>€4.90 a month</td><td>Location every minute, 90 days of history, recovery help</td></tr>
<tr><td>Find Plus yearly</td><td>€49 a year</td><td>Like Plus, two months free</td></tr>
</table>
<h2>Move to a larger plan</h2>
<ol>
<li>Open <strong>Account &gt; Plans &gt; Find</strong> and choose <strong>Change</strong>.</li>
<li>The new plan starts at once. What you have already paid is taken off.</li>
</ol>
<h2>Move to a smaller plan</h2>
<p>The change takes effect at the end of the paid period. Until then you keep everything; afterwards the history older than seven days is deleted.</p>
<h2>Pause over winter</h2>
<p>Monthly plans can be paused for one to four months, once a year. While paused there is no location and no alarm, and you pay nothing. Choose <strong>Pause</strong> on the same page.</p>
<h2>Another bike</h2>
<p>Plans belong to a bike. If you hand over or replace it, choose <strong>Move plan</strong>. To stop for good, see <a href="/hc/en-us/articles/30244">cancel your Find plan</a>. For the card you pay with, see <a href="/hc/en-us/articles/30233">ways to pay</a>.</p>`,
  },
  {
    id: 30244,
    title: 'Cancel your Find plan',
    section: 'Tracker and Find plans',
    category: 'Safety and tracking',
    labels: ['tracker', 'cancel', 'renewal'],
    locale: 'en-us',
    updatedAt: '2026-01-05T08:20:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>You can end the tracker plan at any time, without giving a reason and without a fee. The bike rides as before; only location, alarm and recovery help stop.</p>
<h2>Cancel in the app or on the web</h2>
<ol>
<li>Sign in as the owner. Second riders can't cancel.</li>
<li>Open <strong>Account &gt; Plans &gt; Find</strong>.</li>
<li>Choose <strong>Cancel plan</strong> and confirm. You get an e-mail within a few minutes; keep it as proof.</li>
</ol>
<h2>When it ends</h2>
<table>
<tr><th>Plan</th><th>Ends</th><th>Money back</th></tr>
<tr><td>Monthly</td><td>end of the paid month</td><td>no</td></tr>
<tr><td>Yearly, first 14 days</td><td>at once</td><td>all of it</td></tr>
<tr><td>Yearly, later</td><td>end of the month</td><td>full months left</td></tr>
<tr><td>Free first year</td><td>by itself</td><td>nothing to pay</td></tr>
</table>
<h2>It has renewed although you cancelled</h2>
<p>Send us the e-mail that confirmed the cancellation. If we made a mistake, you get the whole amount back on the same day.</p>
<h2>Before you go</h2>
<p>Only need a break, or fewer features? You can pause the plan or choose a smaller one: see <a href="/hc/en-us/articles/30243">change your Find plan</a>. Fernway Cover for theft needs an active plan, so please read <a href="/hc/en-us/articles/30246">its conditions</a> first. To erase your data as well, see <a href="/hc/en-us/articles/30252">delete your account</a>.</p>`,
  },
  {
    id: 30245,
    title: 'Tracker shows no location or an old one',
    section: 'Tracker and Find plans',
    category: 'Safety and tracking',
    labels: ['tracker', 'GPS', 'location'],
    locale: 'en-us',
    updatedAt: '2025-10-13T11:20:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>The tracker needs three things: power, a view of the sky and a mobile network. If one of them is missing, the app shows the last place it knows, with the time below it.</p>
<h2>Check first</h2>
<ul>
<li>Is the plan active? Look under <strong>Account &gt; Plans</strong>. A refused card pauses it after seven days.</li>
<li>Is the bike in a cellar, a garage or a lift? Push it outside for ten minutes.</li>
<li>Has the bike battery been out for more than 30 days? Then the tracker's own cell is empty. Put the battery in and charge for two hours.</li>
</ul>
<h2>Start the tracker again</h2>
<ol>
<li>Stand outdoors with the bike switched on.</li>
<li>In the app choose <strong>Bike &gt; Tracker &gt; Restart</strong>.</li>
<li>Wait five minutes. The dot turns from grey to green.</li>
</ol>
<h2>A wrong place</h2>
<p>Between high buildings the dot can be 50 metres off. If it jumps to another town, the phone shows its own location: switch <strong>Show my position</strong> off.</p>
<h2>Abroad</h2>
<p>The tracker works in all countries of the European Union, and in Norway, Switzerland and the United Kingdom, at no extra cost.</p>
<p>Still grey after a day? Send us the serial number. If you suspect theft, don't wait: follow <a href="/hc/en-us/articles/30241">my bike was stolen</a>.</p>`,
  },
  {
    id: 30246,
    title: 'Fernway Cover: insurance and claims',
    section: 'Insurance',
    category: 'Safety and tracking',
    labels: ['insurance', 'cover', 'claim'],
    locale: 'en-us',
    updatedAt: '2025-11-17T15:15:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>Fernway Cover is an insurance against theft and damage for €9.50 a month. You can take it out within 90 days of delivery, and end it at the end of any month.</p>
<h2>What it pays</h2>
<table>
<tr><th>Event</th><th>Cover</th><th>You pay</th></tr>
<tr><td>Theft of the whole bike</td><td>new bike of equal value</td><td>10 %</td></tr>
<tr><td>Theft of the battery</td><td>new battery</td><td>€75</td></tr>
<tr><td>Fall, accident, vandalism</td><td>repair</td><td>€50</td></tr>
</table>
<p>For theft, the bike must have been locked with an approved lock to something fixed, and a <a href="/hc/en-us/articles/30243">Find plan</a> must have been active. Not covered: wear, tuned bikes, races, and parts that were left unlocked.</p>
<h2>Report a claim</h2>
<ol>
<li>Within seven days, open <strong>Account &gt; Plans &gt; Cover &gt; Claim</strong>.</li>
<li>Theft: add the police report number and a photo of both keys.</li>
<li>Damage: add photos and an estimate from a workshop. Don't have it repaired before we answer.</li>
<li>The insurer decides within ten working days.</li>
</ol>
<h2>Which one do I need?</h2>
<p>A part that fails by itself belongs to the <a href="/hc/en-us/articles/30223">warranty</a>. A bike that came broken belongs to <a href="/hc/en-us/articles/30207">arrived damaged</a>. What to do in the first hour after a theft is listed under <a href="/hc/en-us/articles/30241">my bike was stolen</a>.</p>`,
  },
] satisfies FernwayArticle[];
