import type { FernwayArticle } from './types.ts';

/** Articles about display codes, the motor and its limits. */
export const motorArticles = [
  {
    id: 30111,
    title: 'Display shows E07 (speed sensor)',
    section: 'Display and error codes',
    category: 'Your bike',
    labels: ['E07', 'error', 'speed sensor'],
    locale: 'en-us',
    updatedAt: '2025-11-20T11:00:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>E07 means that the bike cannot read its speed. The motor switches to walking pace or off, and the speed on the display jumps or stays at 0. Riding on without assistance is safe.</p>
<h2>Where to look</h2>
<p>The sensor sits on the left chainstay near the rear wheel. Opposite it, a small magnet is clamped to a spoke. They must pass each other at a distance of 5 to 12 mm.</p>
<ol>
<li>Switch the bike off.</li>
<li>Turn the rear wheel until the magnet is level with the sensor. If the magnet has slipped or turned, loosen its screw, move it back and tighten it by hand.</li>
<li>Clean mud or leaves off the sensor with a damp cloth.</li>
<li>Follow the cable for ten centimetres: it must not be pinched or torn.</li>
<li>Switch on and ride a few metres. The code disappears after about twenty wheel turns.</li>
</ol>
<h2>If the code returns</h2>
<p>A lost magnet costs €6 in the shop and fits all models. A torn cable is a workshop job of about twenty minutes; you can <a href="/hc/en-us/articles/30133">book a workshop</a> in the app. Send us the serial number and a photo of the sensor if you are unsure.</p>
<p>Other codes: <a href="/hc/en-us/articles/30112">E10, battery connection</a> and <a href="/hc/en-us/articles/30113">E21, motor too hot</a>.</p>`,
  },
  {
    id: 30112,
    title: 'Display shows E10 (battery connection)',
    section: 'Display and error codes',
    category: 'Your bike',
    labels: ['E10', 'error', 'battery contacts'],
    locale: 'en-us',
    updatedAt: '2026-01-28T16:05:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>E10 means that the motor and the battery have stopped talking to each other. The battery may be full and still the bike gives no assistance. In nearly all cases the contacts are dirty or the battery is not fully locked.</p>
<h2>Clear the code</h2>
<ol>
<li>Switch the bike off and take the battery out.</li>
<li>Look at the four contacts on the battery and in the mount. Wipe off any green or white deposit with a dry cloth or a soft toothbrush.</li>
<li>Wait one minute, so that the electronics reset.</li>
<li>Put the battery back and press until you hear <strong>two</strong> clicks. One click is not enough.</li>
<li>Switch on. The code should be gone within five seconds.</li>
</ol>
<h2>Wet weather</h2>
<p>After a jet wash or a very wet ride, water can stand in the mount. Leave the battery out and the mount uncovered in a dry room overnight. Don't use a hair dryer, contact spray or oil.</p>
<h2>If E10 comes back</h2>
<p>Install the latest <a href="/hc/en-us/articles/30122">firmware</a>: versions before 4.2 could show E10 after a cold start. If you already have 4.2 or later, send us the serial number and say when it happens: at start, on bumps or in the rain. Bent contacts are repaired under <a href="/hc/en-us/articles/30223">warranty</a>.</p>
<p>E10 has nothing to do with a flat battery; for that, see <a href="/hc/en-us/articles/30101">battery does not charge</a>.</p>`,
  },
  {
    id: 30113,
    title: 'Display shows E21 (motor too hot)',
    section: 'Display and error codes',
    category: 'Your bike',
    labels: ['E21', 'error', 'overheating'],
    locale: 'en-us',
    updatedAt: '2025-07-14T09:30:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>E21 means that the motor has reached 95 °C. Assistance is reduced first, then switched off, so that nothing is damaged. The motor protects itself; there is no danger in pedalling home.</p>
<h2>What to do now</h2>
<ol>
<li>Stop in the shade and switch the bike off.</li>
<li>Wait about fifteen minutes. Don't pour water over the motor.</li>
<li>Switch on and start at level Eco, in a low gear.</li>
</ol>
<h2>Why it happens</h2>
<ul>
<li>Long climbs in a high gear. Turn the cranks more quickly: 60 turns a minute or more keeps the motor cool.</li>
<li>Heavy loads on a hot day, above all with the cargo model Sorrel.</li>
<li>A brake that rubs. Lift each wheel and spin it; if it stops at once, see <a href="/hc/en-us/articles/30132">brakes squeal or feel soft</a>.</li>
<li>A thick layer of mud on the motor housing.</li>
</ul>
<h2>When to contact us</h2>
<p>If E21 appears on level ground, in cool weather or within the first five minutes of a ride, the temperature sensor may be faulty. Stop using the assistance and send us the serial number, the outside temperature and the firmware version from the app.</p>
<p>If the motor goes off and on <em>without</em> any code, read <a href="/hc/en-us/articles/30114">motor cuts out without an error code</a>.</p>`,
  },
  {
    id: 30114,
    title: 'Motor cuts out without an error code',
    section: 'Motor',
    category: 'Your bike',
    labels: ['motor', 'cut-out', 'assistance'],
    locale: 'en-us',
    updatedAt: '2026-02-09T12:25:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>The assistance drops for a moment or stays away, but the display shows no code. Note when it happens: the moment tells you the cause.</p>
<table>
<tr><th>When</th><th>Likely cause</th><th>What helps</th></tr>
<tr><td>At about 25 km/h</td><td>Legal limit</td><td>Normal; see <a href="/hc/en-us/articles/30116">speed limit</a></td></tr>
<tr><td>On bumps and kerbs</td><td>Battery not fully locked</td><td>Press until it clicks twice</td></tr>
<tr><td>When you brake lightly or hold the lever</td><td>Brake sensor</td><td>Check that both levers spring back</td></tr>
<tr><td>Below 15 % charge</td><td>Saving mode</td><td>Charge the battery</td></tr>
<tr><td>At random, after an update</td><td>Torque sensor not zeroed</td><td>Zero it as below</td></tr>
</table>
<h2>Zero the torque sensor</h2>
<ol>
<li>Switch off and take your feet off the pedals.</li>
<li>Switch on without touching the bike and wait ten seconds.</li>
<li>In the app, choose <strong>Bike &gt; Motor &gt; Zero sensor</strong>.</li>
</ol>
<h2>Your safety comes first</h2>
<p>If the motor pushes when you aren't pedalling, or doesn't stop when you brake, stop riding at once and write to us. We collect such bikes free of charge.</p>
<p>If it still cuts out, send us the serial number, the firmware version and, if you can, a short video of the display. With a code on the screen, go to <a href="/hc/en-us/articles/30111">E07</a>, <a href="/hc/en-us/articles/30112">E10</a> or <a href="/hc/en-us/articles/30113">E21</a>.</p>`,
  },
  {
    id: 30115,
    title: 'Display stays blank or freezes',
    section: 'Display and error codes',
    category: 'Your bike',
    labels: ['display', 'blank', 'frozen'],
    locale: 'en-us',
    updatedAt: '2025-09-08T13:10:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>The Leaf display has no battery of its own: without power from the bike it stays dark. Check the power first, then the display.</p>
<h2>Blank from the start</h2>
<ol>
<li>Press the button on the main battery. If no light comes on, the battery is empty or asleep: see <a href="/hc/en-us/articles/30101">battery does not charge</a>.</li>
<li>Press the battery into its mount until it clicks twice.</li>
<li>Hold the power button on the display for three seconds. A short tap is not enough.</li>
<li>Turn the display a quarter to the left, lift it off, dry both sides, and turn it back on.</li>
</ol>
<h2>Frozen picture</h2>
<p>Hold the power and the minus button together for twelve seconds. The display restarts; your kilometres are stored in the motor and are not lost. Afterwards, install the latest <a href="/hc/en-us/articles/30122">firmware</a>, which fixes the freeze that some bikes had after changing the clock.</p>
<h2>Hard to read</h2>
<p>Below −10 °C the picture gets slow, and in very bright sun it can look empty. Choose the contrast under <strong>Settings &gt; Display</strong>.</p>
<h2>Broken glass</h2>
<p>Cracks from a fall are not covered by the warranty. A replacement display costs €119 and can be fitted at home in five minutes; it must be <a href="/hc/en-us/articles/30121">paired</a> anew with your phone.</p>`,
  },
  {
    id: 30116,
    title: 'Speed limit and tuning',
    section: 'Motor',
    category: 'Your bike',
    labels: ['speed', 'limit', 'tuning', 'legal'],
    locale: 'en-us',
    updatedAt: '2025-05-19T10:45:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>All Fernway bikes assist up to 25 km/h. Above that you ride on your own strength, which is legal and safe; the motor simply stops helping. It fades out between 24 and 26 km/h, so a small tug on a slight descent is normal.</p>
<h2>Can the limit be raised?</h2>
<p>No. In the countries we deliver to, a faster bike counts as a moped and needs a number plate, insurance, a helmet and type approval. We can't remove the limit, and our workshops won't fit parts that do.</p>
<h2>What tuning changes</h2>
<ul>
<li>The <a href="/hc/en-us/articles/30223">warranty</a> on motor, battery and drivetrain ends.</li>
<li>Fernway Cover no longer pays, whatever the cause of the damage.</li>
<li>The motor records the change, and a workshop can read it.</li>
</ul>
<h2>If it feels slower than 25</h2>
<p>Compare the display with a phone on a level road. A difference of up to 5 % is normal with new tyres. If you see 25 on the phone and much less on the display, the wheel size may be wrong: check <strong>Bike &gt; Wheel</strong> in the app. For assistance that drops at lower speed, read <a href="/hc/en-us/articles/30114">motor cuts out without an error code</a>.</p>`,
  },
] satisfies FernwayArticle[];
