import type { FernwayArticle } from './types.ts';

/** Two drafts, two agents-only articles and two in Arabic: what a customer in English must not be shown. */
export const specialArticles = [
  {
    id: 30271,
    title: 'Trade in your old bike (draft)',
    section: 'Choosing a bike',
    category: 'Products',
    labels: ['trade-in'],
    locale: 'en-us',
    updatedAt: '2026-02-26T16:45:00Z',
    draft: true,
    agentsOnly: false,
    html: `<p><em>Draft: conditions not approved yet, don't publish before May.</em></p>
<p>Bring us your old bike and get a credit towards a new Fernway. We take any make, with or without a motor, as long as it rolls and isn't reported stolen.</p>
<h2>How it works</h2>
<ol>
<li>Answer six questions about your bike and add four photos.</li>
<li>You get an offer within two working days. It is valid for three weeks.</li>
<li>The driver who brings your new bike takes the old one along, or you hand it in at a shop.</li>
<li>We look at it once more, and the credit is paid to the account you named.</li>
</ol>
<h2>What it is worth</h2>
<table>
<tr><th>Age</th><th>Share of the new price</th></tr>
<tr><td>Up to 2 years</td><td>to be decided, 45 %?</td></tr>
<tr><td>2–4 years</td><td>to be decided, 30 %?</td></tr>
<tr><td>Older</td><td>a fixed sum</td></tr>
</table>
<h2>Not possible</h2>
<ul>
<li>Job bikes before the end of the lease: see <a href="/hc/en-us/articles/30234">job bikes</a>.</li>
<li>Bikes without a battery or a key.</li>
<li>More than one trade-in per order.</li>
</ul>
<p>The credit can't be combined with a voucher. If you return the new bike, we can't give the old one back; you keep the credit.</p>`,
  },
  {
    id: 30272,
    title: 'Open the frame lock with your phone (draft)',
    section: 'Fernway Ride app',
    category: 'App and account',
    labels: ['smart lock', 'beta'],
    locale: 'en-us',
    updatedAt: '2026-02-14T10:30:00Z',
    draft: true,
    agentsOnly: false,
    html: `<p><em>Draft for the launch of the Latch lock. Screens are from the test version and will change.</em></p>
<p>The Latch frame lock opens when your phone comes near, so that you no longer need the key for the lock. The battery keeps its key.</p>
<h2>What you need</h2>
<ul>
<li>A Loam or an Alder from 2026 with the Latch lock.</li>
<li>Firmware 5.0 or later: see <a href="/hc/en-us/articles/30122">update the firmware</a>.</li>
<li>A phone that is <a href="/hc/en-us/articles/30121">paired</a> with the bike.</li>
</ul>
<h2>Set it up</h2>
<ol>
<li>Open <strong>Bike &gt; Lock</strong> and tap <strong>Activate</strong>.</li>
<li>Close the lock by hand once.</li>
<li>Hold the phone to the display until it vibrates.</li>
<li>Choose how near you must be: one, two or five metres.</li>
</ol>
<h2>Phone empty</h2>
<p>Set a code of four to eight figures under <strong>Lock &gt; Code</strong>. Enter it with plus and minus on the display. After five wrong tries the lock waits ten minutes.</p>
<h2>Bike battery empty</h2>
<p>The lock has a small cell for about two weeks. After that, connect a power bank to the socket under the display. A lost key for older locks is described under <a href="/hc/en-us/articles/30242">lost key</a>.</p>`,
  },
  {
    id: 30281,
    title: 'Internal: goodwill limits for late deliveries',
    section: 'Support team only',
    category: 'Internal',
    labels: ['internal', 'goodwill', 'late'],
    locale: 'en-us',
    updatedAt: '2026-02-02T09:10:00Z',
    draft: false,
    agentsOnly: true,
    html: `<p><strong>For agents only. Never quote or paraphrase these figures to customers.</strong></p>
<p>Goodwill is a gesture, not a tariff. Offer it when we have broken a promise, not when a customer shouts. Public wording is in <a href="/hc/en-us/articles/30206">my delivery is late or lost</a>.</p>
<h2>Limits per agent</h2>
<table>
<tr><th>Delay after the promised day</th><th>Agent may give</th><th>Team lead may give</th></tr>
<tr><td>1–5 working days</td><td>nothing; a sincere apology</td><td>€25 voucher</td></tr>
<tr><td>6–15 working days</td><td>€40 voucher</td><td>€80 voucher</td></tr>
<tr><td>More than 15</td><td>€75 voucher or free first-year Plus</td><td>4 % of the bike price</td></tr>
</table>
<h2>How to book it</h2>
<ol>
<li>Code GW-LATE-7 in the order tool, with the ticket number as the reason.</li>
<li>One gesture per order. Check the order notes for earlier ones.</li>
<li>Above the lead's limit: ask finance in the channel #goodwill before you promise anything.</li>
</ol>
<h2>Don'ts</h2>
<ul>
<li>No cash, no promise of a date that the carrier hasn't confirmed.</li>
<li>No gesture while a chargeback is open: hand it to the payments team.</li>
<li>No admission of liability for hire bikes or missed work; use the legal note instead.</li>
</ul>`,
  },
  {
    id: 30282,
    title: 'Internal: battery diagnosis and swap approval',
    section: 'Support team only',
    category: 'Internal',
    labels: ['internal', 'battery', 'warranty'],
    locale: 'en-us',
    updatedAt: '2026-01-26T11:55:00Z',
    draft: false,
    agentsOnly: true,
    html: `<p><strong>For agents only.</strong> Use this when the public steps in <a href="/hc/en-us/articles/30101">battery does not charge</a> have failed.</p>
<h2>Read the service page</h2>
<ol>
<li>Open the bike in the service tool with the serial number.</li>
<li>Compare the lowest cell with the highest. More than 120 mV apart means a weak group.</li>
<li>Look at the sleep counter. Above 6 means long storage while empty.</li>
</ol>
<table>
<tr><th>Finding</th><th>Decision</th></tr>
<tr><td>Lowest cell above 2.6 V</td><td>wake it with the button, then a 24-hour check</td></tr>
<tr><td>2.0–2.6 V</td><td>workshop with bench charger BC-9</td></tr>
<tr><td>Below 2.0 V</td><td>swap; the cells must not be charged again</td></tr>
</table>
<h2>Approving a swap</h2>
<ul>
<li>Within two years and above 70 % health before the fault: approve it yourself with code SWAP-BAT-2.</li>
<li>Up to six months over: 50 % of the price, lead approves. Our cost is €212 for a C400 and €318 for a C630, so don't offer more.</li>
<li>Opened casing or water line visible: refuse, with photos from the workshop.</li>
</ul>
<p>Batches C630-2519 to C630-2523 have a known fault in the wake-up circuit that hasn't been announced. Swap them without discussion, and don't mention the batch to customers.</p>`,
  },
  {
    id: 30291,
    title: 'كم يستغرق التوصيل؟',
    section: 'التوصيل',
    category: 'الطلبات',
    labels: ['توصيل', 'مدة', 'طلب'],
    locale: 'ar',
    updatedAt: '2026-02-25T09:30:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>تعتمد مدة التوصيل على توفر الدراجة في مستودعنا أو تصنيعها خصيصًا لك. تجد الأسبوع المتوقع في صفحة المنتج وفي رسالة تأكيد الطلب.</p>
<table>
<tr><th>المنتج</th><th>يغادر مستودعنا خلال</th><th>مدة الطريق</th></tr>
<tr><td>دراجة متوفرة</td><td>يومين إلى ثلاثة أيام عمل</td><td>ثلاثة إلى خمسة أيام عمل</td></tr>
<tr><td>دراجة تُصنع عند الطلب</td><td>ثلاثة إلى أربعة أسابيع</td><td>ثلاثة إلى خمسة أيام عمل</td></tr>
<tr><td>الملحقات وقطع الغيار</td><td>يوم إلى يومي عمل</td><td>يومين إلى ثلاثة أيام عمل</td></tr>
</table>
<h2>كيف نحدد موعد التسليم</h2>
<ol>
<li>عندما نغلف الدراجة تتغير حالة الطلب إلى <strong>جاهز للشحن</strong>.</li>
<li>ترسل إليك شركة النقل رسالة فيها يومان للاختيار.</li>
<li>تختار اليوم وفترة مدتها أربع ساعات. إذا لم تجب فسيكون التسليم في اليوم الأول.</li>
</ol>
<h2>معلومات مفيدة</h2>
<ul>
<li>أيام العمل من الاثنين إلى الجمعة من دون العطل الرسمية.</li>
<li>تحتاج العناوين في السويد وإيرلندا وإسبانيا وإيطاليا إلى يومين إلى أربعة أيام إضافية.</li>
<li>قد تصل الدراجة والملحقات في يومين مختلفين.</li>
</ul>
<p>إذا مر الموعد المتفق عليه ولم تصل الدراجة فاكتب إلينا مع رقم الطلب الذي يبدأ بالحرفين FW، وسنبحث عنها مع شركة النقل. النسخة الإنجليزية: <a href="/hc/en-us/articles/30201">How long does delivery take?</a></p>`,
  },
  {
    id: 30292,
    title: 'البطارية لا تشحن',
    section: 'البطارية والشحن',
    category: 'دراجتك',
    labels: ['بطارية', 'شحن', 'سكون'],
    locale: 'ar',
    updatedAt: '2026-02-18T10:00:00Z',
    draft: false,
    agentsOnly: false,
    html: `<p>إذا كانت البطارية لا تقبل الشحن فهي في الغالب في وضع السكون، أو باردة جدًا، أو غير مثبتة جيدًا. اتبع الخطوات التالية بالترتيب، ومعظم المشكلات تُحل خلال ساعة.</p>
<h2>إيقاظ البطارية</h2>
<p>بعد ثمانية أسابيع من عدم الاستخدام تنطفئ البطارية لحماية خلاياها. عندها لا يظهر أي ضوء عليها، ويبقى ضوء الشاحن أخضر كأنها ممتلئة.</p>
<ol>
<li>انزع البطارية من الدراجة وضعها داخل البيت ساعتين حتى تصل إلى حرارة الغرفة.</li>
<li>صل الشاحن بمقبس الجدار مباشرة ثم بالبطارية.</li>
<li>اضغط زر البطارية عشر ثوانٍ حتى يومض ضوء واحد.</li>
<li>اترك الشاحن موصولًا أربع ساعات، حتى لو بقي ضوؤه أخضر في نصف الساعة الأولى.</li>
</ol>
<h2>أمور أخرى</h2>
<ul>
<li>يتوقف الشحن إذا كانت الحرارة أقل من الصفر أو أعلى من أربعين درجة.</li>
<li>امسح نقاط التلامس الأربع بقطعة قماش جافة، ولا تستخدم الماء أو الزيت.</li>
<li>إذا كان ضوء الشاحن أحمر ويومض بسرعة فافصل الشاحن واكتب إلينا.</li>
</ul>
<p>إذا لم تنجح الخطوات فأرسل إلينا الرقم التسلسلي الموجود أسفل المحرك مع صورة لضوء الشاحن. البطارية التي لا تستيقظ مشمولة بالضمان. لمعرفة مدة وصول بطارية جديدة اقرأ <a href="/hc/ar/articles/30291">كم يستغرق التوصيل؟</a></p>`,
  },
] satisfies FernwayArticle[];
