import type { RawArticle } from '../../lib/core/helpdesk';

const article = (id: string, title: string, section: string, html: string, locale = 'en'): RawArticle => ({
  id: `article-${id}`,
  title,
  html,
  section,
  locale,
  labels: [section.toLowerCase()],
  isDraft: false,
  isInternal: false,
});

/** Help centre of Larkleaf Tea, a tea shop that does not exist; written for the practice page. */
export const sampleArticles: RawArticle[] = [
  article(
    'delivery-times',
    'How long delivery takes',
    'Delivery',
    '<p>Orders placed before 2 pm on a working day leave our tea room the same day.</p><h2>Delivery times</h2><p>Letterbox packets take two to three working days. Parcels with tins or teapots take three to five working days. Around public holidays please allow two days more.</p><h2>Following your parcel</h2><p>You get an email with a tracking link as soon as the parcel leaves. It can take a day until the carrier shows the first scan.</p>',
  ),
  article(
    'late-parcel',
    'My parcel is late or lost',
    'Delivery',
    '<p>If the tracking has not moved for three working days, we ask the carrier to look for the parcel.</p><p>If it has not arrived ten working days after it left us, we count it as lost. You then choose between a new parcel at no cost and your money back.</p><p>Please check first whether a neighbour or the parcel shop has it: the tracking page names the place.</p>',
  ),
  article(
    'damaged',
    'Something arrived broken or dented',
    'Returns',
    '<p>We are sorry when a teapot arrives in pieces. Send us a photo of the item and of the box within fourteen days.</p><p>We replace broken pots, cups and leaking tins free of charge. You do not have to send anything back. Small dents that do not let air in are no reason for a replacement, but we gladly take ten percent off.</p>',
  ),
  article(
    'returns',
    'Returning tea and teaware',
    'Returns',
    '<p>Unopened tea and unused teaware can be returned within thirty days of delivery.</p><h2>How it works</h2><p>Ask us for a return label and hand the parcel in at any parcel shop. Opened tea cannot be taken back, because it is food.</p><h2>Your refund</h2><p>We pay back within five working days of the parcel reaching us, to the same card or account that was used.</p>',
  ),
  article(
    'subscription',
    'Changing, pausing or ending the tea club',
    'Tea club',
    '<p>The tea club sends three teas a month. You can pause it for up to three months, swap teas, or end it at any time under Account, Tea club.</p><p>Changes made before the 20th count for the next box. A box that is already packed cannot be stopped, but it may be returned unopened.</p>',
  ),
  article(
    'brewing',
    'How to brew each kind of tea',
    'Tea',
    '<p>Green tea wants water of 75 degrees and two minutes; hotter water makes it bitter. White tea: 80 degrees, four minutes. Black tea: boiling water, three to four minutes. Herbal teas and rooibos: boiling water, at least six minutes.</p><p>Use two grams of leaves for a cup of 200 ml. Good green tea can be brewed three times.</p>',
  ),
  article(
    'caffeine',
    'Caffeine and allergens',
    'Tea',
    '<p>Rooibos and herbal teas have no caffeine. A cup of green tea has about 30 mg, black tea about 50 mg, matcha about 70 mg.</p><p>Our chai contains cinnamon and ginger. Almond Evening contains pieces of almond and is packed in a separate room. Every packet lists its allergens in bold.</p>',
  ),
  article(
    'payment',
    'Paying, invoices and vouchers',
    'Payment',
    '<p>You can pay by card, bank transfer or gift voucher. A card is charged when the parcel leaves, not when you order.</p><p>The invoice is attached to the shipping email and can be downloaded under Account, Orders. A voucher is valid for three years. If a payment fails, your basket is kept for two days so that you can try again.</p>',
  ),
  article(
    'late-parcel-ar',
    'تأخّر الطرد أو فقدانه',
    'التوصيل',
    '<p>إذا لم يتحرك تتبّع الشحنة ثلاثة أيام عمل، نطلب من شركة الشحن البحث عن الطرد.</p><p>إذا لم يصل بعد عشرة أيام عمل من خروجه من عندنا نعدّه مفقودًا، ولك أن تختار بين طرد جديد بلا مقابل واسترداد المبلغ.</p>',
    'ar',
  ),
  article(
    'damaged-ar',
    'وصول منتج مكسور',
    'الإرجاع',
    '<p>نأسف حين يصل إبريق مكسور. أرسل إلينا صورة للمنتج وللصندوق خلال أربعة عشر يومًا.</p><p>نستبدل الأباريق والأكواب المكسورة مجانًا، ولا يلزمك إعادة أي شيء.</p>',
    'ar',
  ),
];
