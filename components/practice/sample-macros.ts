import type { RawMacro } from '../../lib/core/helpdesk';

const macro = (id: string, title: string, tags: string[], html: string): RawMacro => ({
  id: `macro-${id}`,
  title,
  html,
  isNote: false,
  isActive: true,
  tags,
});

/** Canned replies of Larkleaf Tea, with the placeholders that helpdesks use. */
export const sampleMacros: RawMacro[] = [
  macro(
    'late',
    'Delivery: parcel is late',
    ['delivery'],
    '<p>Hello {{ticket.requester.first_name}},</p><p>I am sorry that your tea is still on its way. I have asked the carrier to look for the parcel and will write to you as soon as they answer, within two working days at the latest.</p><p>If it has not arrived ten working days after it left us, we send a new parcel at no cost or give your money back, whichever you prefer.</p>',
  ),
  macro(
    'track',
    'Delivery: where to follow the parcel',
    ['delivery'],
    '<p>Hello {{ticket.requester.first_name}},</p><p>You can follow your parcel with the tracking link in our shipping email. It can take a day until the carrier shows the first scan. Letterbox packets take two to three working days, parcels three to five.</p>',
  ),
  macro(
    'broken',
    'Damage: broken teapot or cup',
    ['damage'],
    '<p>Hello {{ticket.requester.first_name}},</p><p>I am very sorry that it arrived broken. Could you send me a photo of the item and of the box? As soon as I have it, I send a replacement free of charge. You do not have to send anything back.</p>',
  ),
  macro(
    'return',
    'Return: label for unopened tea',
    ['return'],
    '<p>Hello {{ticket.requester.first_name}},</p><p>Of course you can return it. Unopened tea and unused teaware come back to us within thirty days of delivery; the return label is attached. Your money is paid back within five working days of the parcel reaching us.</p>',
  ),
  macro(
    'refund-wait',
    'Refund: when the money arrives',
    ['refund'],
    '<p>Hello {{ticket.requester.first_name}},</p><p>Your refund goes to the same card or account that was used for the order. We pay it back within five working days of the parcel reaching us; your bank may need two or three days more to show it.</p>',
  ),
  macro(
    'club-pause',
    'Tea club: pause or end',
    ['club'],
    '<p>Hello {{ticket.requester.first_name}},</p><p>You can pause the tea club for up to three months or end it at any time under Account, Tea club. Changes made before the 20th count for the next box. Shall I do it for you?</p>',
  ),
  macro(
    'brew',
    'Tea: green tea tastes bitter',
    ['tea'],
    '<p>Hello {{ticket.requester.first_name}},</p><p>Green tea turns bitter when the water is too hot. Try water of 75 degrees and two minutes, with two grams of leaves for a cup of 200 ml. If it still does not taste right, tell me the batch number on the packet and I will look into it.</p>',
  ),
  macro(
    'invoice',
    'Payment: copy of the invoice',
    ['payment'],
    '<p>Hello {{ticket.requester.first_name}},</p><p>Your invoice is attached to the shipping email, and you can download it at any time under Account, Orders. If another address has to be on it, send me the address and I will issue a new one.</p>',
  ),
  macro(
    'late-ar',
    'التوصيل: تأخّر الطرد',
    ['delivery'],
    '<p>مرحبًا {{ticket.requester.first_name}}،</p><p>نعتذر عن تأخّر طردك. طلبت من شركة الشحن البحث عنه وسأكتب إليك فور ردّها، خلال يومي عمل على الأكثر.</p><p>إذا لم يصل بعد عشرة أيام عمل من خروجه، نرسل طردًا جديدًا بلا مقابل أو نعيد إليك المبلغ.</p>',
  ),
  macro(
    'broken-ar',
    'تلف: إبريق أو كوب مكسور',
    ['damage'],
    '<p>مرحبًا {{ticket.requester.first_name}}،</p><p>نأسف لوصوله مكسورًا. هل يمكنك إرسال صورة للمنتج وللصندوق؟ فور وصولها أرسل إليك بديلًا مجانًا، ولا يلزمك إعادة أي شيء.</p>',
  ),
];

/** How Larkleaf Tea handles a late parcel, as an agent would write it in the library. */
export const samplePlaybook = `Parcel is late
Intent: delivery.late
1. Ask: for the order number, unless it is in the message
2. Verify: the last scan on the tracking page
3. Tell: that we are sorry, and what the last scan says
4. Do: ask the carrier to look for the parcel if nothing moved for three working days
5. Tell: the day by which the customer hears from us
6. Escalate: to the shift lead if this is the third contact`;
