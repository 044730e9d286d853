import type { FernwayArticle } from './types.ts';

/** Articles about the battery, the charger and the charger recall. */
export const batteryArticles = [
  {
    id: 30101,
    title: 'Battery does not charge',
    section: 'Battery and charging',
    category: 'Your bike',
    labels: ['battery', 'charging', 'sleep'],
    locale: 'en-us',
    updatedAt: '2026-02-18T09:20:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>A battery that takes no charge is usually asleep, too cold, or not seated properly. Go through these checks in order; most riders are back on the road within the hour.</p>
<h2>Wake a sleeping battery</h2>
<p>After eight weeks without use the battery switches itself off to protect its cells. It then shows no lights at all, and the charger light stays green as though the battery were full.</p>
<ol>
<li>Take the battery off the bike and bring it indoors. Let it reach room temperature for two hours.</li>
<li>Plug the charger into a wall socket, not an extension lead, and connect it to the battery.</li>
<li>Hold the button on the battery for ten seconds until one light blinks.</li>
<li>Leave the charger connected for four hours, even if the light is still green during the first thirty minutes.</li>
</ol>
<h2>Other checks</h2>
<ul>
<li>Charging pauses below 0 °C and above 40 °C.</li>
<li>Wipe the four contacts with a dry cloth. Never use oil or water.</li>
<li>Try charging both on and off the bike.</li>
<li>A flashing red charger light means a charger fault: see <a href="/hc/en-us/articles/30104">charger lights and charging times</a>.</li>
</ul>
<h2>Still nothing?</h2>
<p>Send us the serial number under the motor and a photo of the charger light. A battery that will not wake is covered by the <a href="/hc/en-us/articles/30223">warranty</a>. If it does charge but empties too soon, read <a href="/hc/en-us/articles/30102">battery drains faster than expected</a>.</p>`,
  },
  {
    id: 30102,
    title: 'Battery drains faster than expected',
    section: 'Battery and charging',
    category: 'Your bike',
    labels: ['battery', 'range', 'cold'],
    locale: 'en-us',
    updatedAt: '2026-01-12T10:00:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>Your battery charges normally, but the range is shorter than it used to be. Range depends far more on conditions than on the age of the battery.</p>
<h2>What costs range</h2>
<table>
<tr><th>Cause</th><th>Typical loss</th></tr>
<tr><td>Riding at 0–5 °C</td><td>20–30 %</td></tr>
<tr><td>Tyres 1 bar too soft</td><td>10 %</td></tr>
<tr><td>Assistance level High instead of Tour</td><td>35 %</td></tr>
<tr><td>Child seat or 20 kg of luggage</td><td>10–15 %</td></tr>
</table>
<h2>Reset the range estimate</h2>
<p>The display learns from your last rides. To recalibrate it, ride until the battery is below 10 %, then charge to 100 % without a break. Do this once, not every week.</p>
<h2>When it is a fault</h2>
<p>A worn battery shows up in the Fernway Ride app under <strong>Bike &gt; Battery &gt; Health</strong>. The warranty covers batteries that fall below 70 % health within two years or 500 full charges, whichever comes first. If your figure is lower, start a <a href="/hc/en-us/articles/30223">warranty claim</a> and attach a screenshot.</p>
<p>In winter, keep the battery indoors until you leave and check the <a href="/hc/en-us/articles/30131">tyre pressure</a> every two weeks. If the battery takes no charge at all, go to <a href="/hc/en-us/articles/30101">battery does not charge</a>.</p>`,
  },
  {
    id: 30103,
    title: 'Storing the battery over winter',
    section: 'Battery and charging',
    category: 'Your bike',
    labels: ['battery', 'winter', 'storage'],
    locale: 'en-us',
    updatedAt: '2025-10-30T08:15:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>If you won't ride for a month or more, ten minutes of preparation keep the battery healthy. This page is about putting the battery away; for one that won't wake up afterwards, see <a href="/hc/en-us/articles/30101">battery does not charge</a>.</p>
<h2>Before you store it</h2>
<ol>
<li>Charge or ride until the battery shows two or three of its five lights, roughly 40–60 %.</li>
<li>Take it off the bike, and put the rubber cap on the mount.</li>
<li>Wipe the contacts with a dry cloth.</li>
<li>Keep it at 10–20 °C, dry, away from radiators and out of the shed.</li>
</ol>
<h2>While it rests</h2>
<p>Check the lights every eight weeks. When only one is left, charge for about an hour. Don't leave the charger connected for the whole season: it warms the cells and shortens their life.</p>
<h2>Bringing it back in spring</h2>
<p>Let the battery come to room temperature, charge it fully, and check for swelling, cracks or smell. A battery that looks damaged must not be charged; put it outside on stone and contact us the same day.</p>
<h2>The bike itself</h2>
<p>Pump the tyres to the upper value, lift the wheels off the ground if you can, and oil the chain. A spring check is part of the <a href="/hc/en-us/articles/30133">service schedule</a>.</p>`,
  },
  {
    id: 30104,
    title: 'Charger lights and charging times',
    section: 'Battery and charging',
    category: 'Your bike',
    labels: ['charger', 'lights', 'charging time'],
    locale: 'en-us',
    updatedAt: '2025-12-02T14:40:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>The light on the Fernway charger tells you what it is doing. Look at it for at least five seconds, because some signals are slow.</p>
<table>
<tr><th>Light</th><th>Meaning</th><th>What to do</th></tr>
<tr><td>Steady red</td><td>Charging</td><td>Nothing</td></tr>
<tr><td>Steady green</td><td>Full, or no battery detected</td><td>Check the lights on the battery itself</td></tr>
<tr><td>Slow red pulse</td><td>Waiting for a better temperature</td><td>Move it to a room of 10–25 °C</td></tr>
<tr><td>Fast flashing red</td><td>Charger fault</td><td>Unplug it and contact us</td></tr>
<tr><td>Off</td><td>No mains power</td><td>Try another socket</td></tr>
</table>
<h2>How long does a full charge take?</h2>
<ul>
<li>C400 battery: 3 hours 30 minutes with the 4 A charger, 6 hours with the travel charger.</li>
<li>C630 battery: 5 hours with the 4 A charger, 9 hours with the travel charger.</li>
</ul>
<p>The last 10 % is slower by design. You may charge overnight in a room with a smoke alarm, on a hard surface, never in a hallway that is your only way out.</p>
<h2>Use the right charger</h2>
<p>Other makers' chargers can fit the plug and still ruin the cells. Chargers marked FC-2 from early 2024 are part of a recall: check <a href="/hc/en-us/articles/30106">safety notice SN-03</a>. If the light is green but the battery stays dark, follow <a href="/hc/en-us/articles/30101">battery does not charge</a>.</p>`,
  },
  {
    id: 30106,
    title: 'Safety notice SN-03: FC-2 charger recall',
    section: 'Safety notices',
    category: 'Your bike',
    labels: ['recall', 'charger', 'safety'],
    locale: 'en-us',
    updatedAt: '2026-02-03T07:00:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p><strong>Stop using FC-2 chargers with a date code from 2414 to 2422.</strong> A capacitor in these units can overheat. We know of eleven chargers that smoked or melted at the casing; nobody was hurt. We replace every affected charger free of charge, even after the warranty has ended.</p>
<h2>Is mine affected?</h2>
<ol>
<li>Unplug the charger and let it cool.</li>
<li>Turn it over. The model is printed in the top line, the four-figure date code at the bottom right.</li>
<li>If it says FC-2 and the code lies between 2414 and 2422, it is part of the recall. All other chargers, batteries and bikes are fine.</li>
</ol>
<h2>Get the replacement</h2>
<ul>
<li>Send us a photo of the label and your postal address. No receipt is needed.</li>
<li>A new FC-3 charger leaves our warehouse within two working days.</li>
<li>Take the old unit to any electronics recycling point. Please don't post it to us.</li>
</ul>
<h2>If something has already happened</h2>
<p>If the charger gave off smoke or a burnt smell, unplug it at the fuse box if you can do so safely, keep the battery outdoors and don't charge again. Call your fire service if there are flames. Then write to us with the word <em>SN-03</em> in the subject: those messages are answered first. To understand normal signals, see <a href="/hc/en-us/articles/30104">charger lights</a>.</p>`,
  },
] satisfies FernwayArticle[];
