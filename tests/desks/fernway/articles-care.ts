import type { FernwayArticle } from './types.ts';

/** Articles about maintenance and choosing products. */
export const careArticles = [
  {
    id: 30131,
    title: 'Tyre pressure and punctures',
    section: 'Maintenance',
    category: 'Your bike',
    labels: ['tyre', 'pressure', 'puncture'],
    locale: 'en-us',
    updatedAt: '2025-06-05T09:00:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>The right pressure gives you range, grip and fewer flats. Check it every two weeks; a tyre loses about half a bar in that time.</p>
<table>
<tr><th>Model</th><th>Front</th><th>Rear</th><th>With load</th></tr>
<tr><td>Loam (city)</td><td>3.5 bar</td><td>4.0 bar</td><td>+0.5</td></tr>
<tr><td>Alder (trekking)</td><td>3.0 bar</td><td>3.5 bar</td><td>+0.5</td></tr>
<tr><td>Sorrel (cargo)</td><td>3.5 bar</td><td>4.5 bar</td><td>5.0 rear</td></tr>
<tr><td>Wren (folding)</td><td>4.0 bar</td><td>4.5 bar</td><td>+0.5</td></tr>
</table>
<p>All models have car valves (Schrader), so a petrol-station pump fits. Never go above the value on the side of the tyre.</p>
<h2>Repair a puncture</h2>
<ol>
<li>Switch off and take out the battery.</li>
<li>Front wheel: open the quick release. Rear wheel: unplug the small sensor cable first, then undo both nuts.</li>
<li>Lift the tyre, find the hole, take out whatever caused it, and patch or change the tube.</li>
<li>When refitting, line up the magnet with the sensor. Otherwise you will see <a href="/hc/en-us/articles/30111">E07</a>.</li>
</ol>
<p>Tubes: Loam and Alder 28 inch 40–47 mm, Sorrel 20 inch 55 mm, Wren 20 inch 47 mm. Punctures are wear and tear and not part of the warranty. Rather have it done? <a href="/hc/en-us/articles/30133">Book a workshop</a>.</p>`,
  },
  {
    id: 30132,
    title: 'Brakes squeal or feel soft',
    section: 'Maintenance',
    category: 'Your bike',
    labels: ['brakes', 'noise', 'pads'],
    locale: 'en-us',
    updatedAt: '2025-09-22T10:05:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>Noise is mostly harmless; a soft lever is not. <strong>If a lever touches the handlebar or the bike doesn't stop well, don't ride.</strong></p>
<h2>Squealing</h2>
<ul>
<li>New pads need bedding in: from 20 km/h, brake firmly to walking pace twenty times.</li>
<li>Wet or dusty discs sing for a few metres. That is normal.</li>
<li>Oil on the disc: clean it with brake cleaner or pure alcohol. Don't touch the disc with bare fingers, and keep chain spray away from it.</li>
</ul>
<h2>Rubbing</h2>
<ol>
<li>Loosen the two bolts of the caliper by half a turn.</li>
<li>Pull the lever and hold it.</li>
<li>Tighten the bolts to 6 Nm and let go.</li>
</ol>
<h2>Soft or long lever travel</h2>
<p>Look through the caliper: the pads need at least 1 mm of lining. Pads cost €19 a pair and last 1,500–3,000 km, less on the Sorrel. If there is enough lining and the lever is still soft, air has got into the system, or oil is leaking. That is work for a mechanic: <a href="/hc/en-us/articles/30133">book a workshop</a> and don't use the bike until then.</p>
<p>Pads are wear parts, leaking calipers are covered: see <a href="/hc/en-us/articles/30223">warranty</a>. A brake that rubs all the time can also cause <a href="/hc/en-us/articles/30113">E21</a>.</p>`,
  },
  {
    id: 30133,
    title: 'Service schedule and workshop booking',
    section: 'Maintenance',
    category: 'Your bike',
    labels: ['service', 'workshop', 'appointment'],
    locale: 'en-us',
    updatedAt: '2026-02-05T13:30:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>Regular care keeps the bike safe and the warranty simple. The first service settles all the bolts and cables that stretch at the beginning.</p>
<table>
<tr><th>When</th><th>What</th><th>Price</th></tr>
<tr><td>300 km or 3 months</td><td>First service</td><td>free, once</td></tr>
<tr><td>Every 1,500 km or year</td><td>Yearly service</td><td>€95</td></tr>
<tr><td>Every 4,000 km</td><td>Chain or belt, sprockets</td><td>from €79</td></tr>
</table>
<h2>Book an appointment</h2>
<ol>
<li>In the app choose <strong>Care &gt; Book</strong>, or write to us with your postcode.</li>
<li>Choose a partner workshop or the mobile mechanic, who comes to your home in the Netherlands, Belgium and western Germany for €29 extra.</li>
<li>Describe the problem in one sentence and name any code on the display.</li>
<li>Bring the battery key and a charged battery; without the key we can't test the bike.</li>
</ol>
<h2>Move or cancel it</h2>
<p>Free until 24 hours before, in the app. Later we charge €20.</p>
<h2>What you can do yourself</h2>
<p>Clean with a bucket and a brush, never with a jet. Oil the chain every 200 km; belts need only water. See also <a href="/hc/en-us/articles/30131">tyre pressure</a> and <a href="/hc/en-us/articles/30132">brakes</a>. Defects within the warranty period go through a <a href="/hc/en-us/articles/30223">warranty claim</a>, so that you don't pay.</p>`,
  },
  {
    id: 30261,
    title: 'Find your frame size',
    section: 'Choosing a bike',
    category: 'Products',
    labels: ['size', 'height', 'frame'],
    locale: 'en-us',
    updatedAt: '2025-05-12T09:35:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>Height alone can mislead, so measure your inside leg too: stand barefoot against a wall, hold a book firmly between your legs, and measure from its upper edge to the floor.</p>
<table>
<tr><th>Size</th><th>Height</th><th>Inside leg</th></tr>
<tr><td>S</td><td>152–165 cm</td><td>70–77 cm</td></tr>
<tr><td>M</td><td>163–176 cm</td><td>76–83 cm</td></tr>
<tr><td>L</td><td>174–188 cm</td><td>82–90 cm</td></tr>
<tr><td>XL (Alder only)</td><td>186–200 cm</td><td>89–97 cm</td></tr>
</table>
<p>The Sorrel and the Wren come in one size for riders of 155–190 cm.</p>
<h2>Between two sizes</h2>
<ul>
<li>You sit upright and ride in town: take the smaller one.</li>
<li>You ride long tours and lean forward: take the larger one.</li>
<li>Long legs and a short back: take the smaller one and raise the saddle.</li>
</ul>
<h2>Other limits</h2>
<p>The total weight of bike, rider and load may be 140 kg for Loam, Alder and Wren, and 200 kg for the Sorrel. For the Loam choose the low step if you find it hard to lift your leg.</p>
<h2>Try it</h2>
<p>Test rides in Utrecht, Ghent and Cologne are free. If the bike has already come and doesn't fit, <a href="/hc/en-us/articles/30222">exchange it for another size</a>.</p>`,
  },
  {
    id: 30262,
    title: 'Which accessories fit my bike?',
    section: 'Accessories',
    category: 'Products',
    labels: ['accessories', 'rack', 'lights', 'trailer'],
    locale: 'en-us',
    updatedAt: '2025-10-27T10:40:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>Most accessories fit more than one model, but not all. If a cell says no, please don't try: bolts can touch the battery or the brake hose.</p>
<table>
<tr><th>Accessory</th><th>Loam</th><th>Alder</th><th>Sorrel</th><th>Wren</th></tr>
<tr><td>Rear bags with click rail</td><td>yes</td><td>yes</td><td>yes, long version</td><td>no</td></tr>
<tr><td>Front rack, 10 kg</td><td>yes</td><td>no</td><td>yes</td><td>no</td></tr>
<tr><td>Bar mirror</td><td>yes</td><td>yes</td><td>yes</td><td>yes</td></tr>
<tr><td>Trailer hitch, 40 kg</td><td>no</td><td>yes</td><td>no</td><td>no</td></tr>
<tr><td>Second battery C400</td><td>no</td><td>from 2025</td><td>yes</td><td>no</td></tr>
</table>
<h2>Lights</h2>
<p>All lights are fed by the bike at 6 volts. Lamps for 12 volts don't work and can damage the motor electronics.</p>
<h2>Parts of other makers</h2>
<p>Saddles with a 27.2 mm post, pedals with a usual thread, and bells fit everywhere. Hub, crank and display can't be replaced by other makers' parts. Batteries of other makers are dangerous and end the <a href="/hc/en-us/articles/30223">warranty</a>.</p>
<h2>Your model and year</h2>
<p>You find both on the sticker under the motor. A seat for a child has rules of its own: see <a href="/hc/en-us/articles/30263">child seats and passengers</a>. Delivery of parts takes <a href="/hc/en-us/articles/30201">three to five working days</a>.</p>`,
  },
  {
    id: 30263,
    title: 'Child seats and passengers',
    section: 'Accessories',
    category: 'Products',
    labels: ['child seat', 'passenger', 'weight'],
    locale: 'en-us',
    updatedAt: '2025-06-23T13:05:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>Children are precious cargo, so we approve only combinations that we have tested ourselves.</p>
<table>
<tr><th>Model</th><th>Rear seat on rack</th><th>Front seat</th><th>Passenger on the bench</th></tr>
<tr><td>Loam</td><td>one, up to 22 kg</td><td>no</td><td>no</td></tr>
<tr><td>Alder</td><td>one, up to 22 kg</td><td>no</td><td>no</td></tr>
<tr><td>Sorrel</td><td>two, up to 22 kg each</td><td>no</td><td>two children or one adult up to 70 kg</td></tr>
<tr><td>Wren</td><td>no</td><td>no</td><td>no</td></tr>
</table>
<h2>Rules for a rear seat</h2>
<ul>
<li>From nine months, when the child can sit alone, up to 22 kg.</li>
<li>The rack must be the 27 kg version. Look for the number stamped under its end.</li>
<li>Seats that clamp to the seat tube don't fit: the cable runs there.</li>
<li>Use the wheel guards and a helmet for the child.</li>
</ul>
<h2>Fit it</h2>
<ol>
<li>Push the seat on the rack until both locks click.</li>
<li>Fasten the safety strap round the frame, not round the battery.</li>
<li>Set the tyres to the value for load: see <a href="/hc/en-us/articles/30131">tyre pressure</a>.</li>
</ol>
<p>A child trailer is allowed only on the Alder: see <a href="/hc/en-us/articles/30262">which accessories fit</a>. An adult who wants to ride the bike alone with an own phone is called a <a href="/hc/en-us/articles/30124">second rider</a>.</p>`,
  },
] satisfies FernwayArticle[];
