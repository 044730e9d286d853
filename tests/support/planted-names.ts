import type { PlantLanguage } from './planted-phrases';

type Names = Record<PlantLanguage, readonly string[]>;
const split = (names: string): readonly string[] => names.split(', ');

/** Names of the planted people; many are in no list. */
export const firstNames: Names = {
  en: split(
    'Imogen, Adaeze, Callum, Thandiwe, Oleander, Priyanka, Bronwyn, Tamsin, Rufus, Ezekiel, Svetlana, Xanthe, Jaxby, Marlowe, Wren, Ottoline, Kwabena, Siobhan',
  ),
  ar: split('هيفاء, طارق, شيماء, سعود, نجلاء, خلود, قصي, رهف, كوثر, حسام, إلهام, ماجد, فوزية, بثينة, غيداء, مهند'),
  es: split(
    'Itziar, Gonzalo, Yolanda, Begoña, Nicanor, Zoraida, Eufemia, Iker, Nagore, Wilson, Remigio, Casilda, Leocadia, Txomin',
  ),
  fr: split(
    'Solène, Thibault, Awa, Gwenaëlle, Ousmane, Apolline, Hortense, Eulalie, Sékou, Capucine, Maxence, Léopoldine, Yacine, Philomène',
  ),
  de: split(
    'Gundula, Torben, Friedhelm, Mareike, Wiebke, Constanze, Siegbert, Heinrike, Ottilie, Dilara, Rasim, Annegret, Burkhard, Traudl',
  ),
  pt: split(
    'Graça, Duarte, Iara, Conceição, Jaciara, Albertina, Zulmira, Salvador, Eufémia, Thiago, Leonor, Quitéria, Belmiro, Neuza',
  ),
};
export const familyNames: Names = {
  en: split(
    'Fairweather, Okonkwo, Penhaligon, Achterberg, Whitlockson, Bergenholt, Raghunathan, Tindallby, Featherstone, Ashcombe, Volkovsky, Zimmerlane, Braddockton, Quillfeather, Marchettini, Oyelaran',
  ),
  ar: split(
    'العتيبي, الزهراني, الغامدي, القحطاني, الشمري, النجار, باوزير, الجبوري, البلوشي, الدوسري, المنصوري, السبيعي, الحربي, الخطيب',
  ),
  es: split(
    'Mendizábal, Cifuentes, Quispe, Arzallus, Cárdenas, Castaño, Uriarte, Bustamante, Peñalver, Condori, Urtasun, Villalobos, Zabaleta, Olmedo',
  ),
  fr: split(
    'Kerbrat, Delacourt, Marchandeau, Benkhelifa, Castaing, Traorébou, Vasseur, Guégan, Thévenot, Aubryet, Bonnefoy, Mercadier, Roussillat, Haerens',
  ),
  de: split(
    'Hinrichsen, Asmussen, Bachmeier, Kaltenbrunner, Löffelmann, Grünwaldt, Dollinger, Achenbach, Brinkmannsen, Pfannenschmidt, Thalheimer, Obermayr, Schadewaldt, Moosbrugger',
  ),
  pt: split(
    'Teixeira, Vasconcelos, Sequeira, Nascimentos, Bettencourt, Magalhães, Falcãozinho, Quaresma, Penalvares, Rebelo, Guerreirinho, Lobatos, Vilarinho, Zagalo',
  ),
};
export const streets: Names = {
  en: split(
    'Larch Grove, Kestrel Close, Dunmore Avenue, Castle Lane, Queen Square, Peckham High Street, Orchard Road, Mill Hill',
  ),
  ar: split('التحلية, النخيل, التحرير, الهرم, الكورنيش, الجامعة'),
  es: split(
    'Calle de los Olmos, Avenida de la Constitución, Paseo de los Plátanos, Calle Sierpes, Plaza de España, C/ Aribau',
  ),
  fr: split(
    'rue des Lilas, avenue Jean Jaurès, boulevard Voltaire, chemin des Vignes, allée des Platanes, quai de la Tournelle',
  ),
  de: split('Lindenallee, Goethestraße, Kirchweg, Rosenweg, Hauptstraße, Am Alten Markt, Schützenstr.'),
  pt: split(
    'Rua das Oliveiras, Avenida da Liberdade, Praça do Comércio, Travessa da Espera, Alameda dos Plátanos, Largo da Sé',
  ),
};
export const towns: Names = {
  en: split('Harrogate HG2 7PQ, Bristol BS16 2ND, London SE15 5ED, Bath BA1 2HX'),
  ar: split('الرياض, جدة, الدمام, الجيزة, عمان'),
  es: split('Madrid, Sevilla, Bilbao, Zaragoza'),
  fr: split('Paris, Lyon, Nantes, Rennes'),
  de: split('Hamburg, Kiel, Stuttgart, Leipzig'),
  pt: split('Lisboa, Porto, Coimbra, Braga'),
};
