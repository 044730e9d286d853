import type { Wording } from './wording';

export const es: Wording = {
  empathy: {
    upset: {
      plain: [
        'Siento mucho las molestias.',
        'Entiendo el enfado, y lo siento.',
        'Lamento que esto esté dando tantos problemas.',
      ],
      formal: ['Le pedimos disculpas por las molestias.', 'Lamentamos sinceramente las molestias ocasionadas.'],
    },
    letDown: {
      plain: [
        'Siento que haya sido una decepción.',
        'Entiendo la decepción, y lo lamento.',
        'Qué pena que haya salido así, lo siento.',
      ],
      formal: ['Lamentamos haber defraudado sus expectativas.', 'Comprendemos su decepción y lo lamentamos.'],
    },
    worried: {
      plain: [
        'Entiendo la preocupación: vamos a aclararlo.',
        'Es normal preocuparse por esto, así que lo vemos paso a paso.',
        'Gracias por avisar: conviene revisarlo.',
      ],
      formal: ['Comprendemos su preocupación y con gusto lo aclaramos.', 'Le agradecemos que nos haya avisado.'],
    },
    confused: {
      plain: [
        'Es fácil confundirse con esto, así que lo explico.',
        'Entiendo la duda: aquí va la explicación.',
        'Buena pregunta, este punto puede resultar confuso.',
      ],
      formal: [
        'Con gusto le aclaramos este punto.',
        'Comprendemos que esto pueda resultar confuso y se lo explicamos.',
      ],
    },
  },
  facts: {
    order: 'el número de pedido',
    booking: 'el número de reserva',
    invoice: 'el número de factura',
    tracking: 'el número de seguimiento',
    serial: 'el número de serie',
    account: 'el número de cliente',
  },
  ask: {
    plain: ['¿Cuál es %?', 'Para revisarlo me falta un dato: ¿cuál es %?', '¿Me puedes enviar %? Así lo compruebo.'],
    formal: ['¿Podría facilitarnos %?', 'Para revisar el caso, le rogamos que nos indique %.'],
  },
  onceKnown: {
    plain: ['Con eso puedo seguir.', 'En cuanto lo tenga, lo reviso.', 'Así podré comprobarlo.'],
    formal: ['Con ese dato revisaremos el caso.', 'De este modo podremos continuar.'],
  },
  ifNot: {
    plain: [
      'Si queda alguna duda, basta con responder aquí.',
      'Si algo queda pendiente, escríbenos.',
      'Si surge algún problema, basta una respuesta.',
    ],
    formal: ['Si queda alguna duda, responda a este mensaje.', 'Quedamos a la espera si necesita algo más.'],
  },
  opening: {
    plain: ['Gracias por el mensaje.', 'Gracias por escribirnos.', 'Gracias por contarnos lo que pasa.'],
    formal: ['Le agradecemos su mensaje.', 'Gracias por ponerse en contacto con nosotros.'],
  },
  offer: {
    plain: ['Aquí estamos para lo que haga falta.', 'Con gusto ayudo con lo demás.', 'Encantados de seguir ayudando.'],
    formal: ['Quedamos a su disposición para cualquier consulta.', 'Con mucho gusto le seguiremos ayudando.'],
  },
  closing: {
    plain: [
      '¡Qué bien que esté resuelto! Que tengas un buen día.',
      'Me alegra que ya funcione. ¡Un saludo!',
      'Gracias por avisar, ¡buenas noticias!',
    ],
    formal: [
      'Nos alegra que el asunto esté resuelto. Gracias por confirmarlo.',
      'Gracias por su confirmación. Ha sido un placer ayudarle.',
    ],
  },
  rating: {
    plain: [
      'Una última cosa: ¿qué tal la atención? Una breve valoración nos ayuda a mejorar.',
      'Cuando tengas un momento, valora esta conversación: nos ayuda mucho.',
      '¿Qué te ha parecido la atención esta vez? Nos encantará saberlo.',
    ],
    formal: [
      'Le agradeceríamos una breve valoración de nuestro servicio.',
      'Su opinión sobre nuestro servicio es muy valiosa.',
    ],
  },
  followUpAsked: {
    plain: [
      'Te escribo porque esto sigue abierto. Habíamos preguntado: «%»',
      'Un breve recordatorio para resolverlo pronto. La pregunta era: «%»',
      'Me gustaría continuar con esto. Nuestra pregunta era: «%»',
    ],
    formal: [
      'Le recordamos nuestra pregunta: «%»',
      'Para poder continuar, le rogamos que responda a nuestra pregunta: «%»',
    ],
  },
  followUp: {
    plain: [
      'Quería saber si el último mensaje ayudó.',
      '¿Qué tal fue después del último mensaje?',
      '¿Quedó resuelto o hay algo pendiente?',
    ],
    formal: [
      'Nos gustaría saber si nuestro último mensaje resolvió el asunto.',
      'Le escribimos para saber si la respuesta anterior fue de ayuda.',
    ],
  },
  update: {
    plain: [
      'Un breve avance: habíamos escrito: «%» Esto sigue en curso.',
      'Para que sepas cómo va: esto sigue abierto por nuestra parte. Habíamos escrito: «%»',
      'Así están las cosas. Habíamos escrito: «%» Seguimos en ello.',
    ],
    formal: [
      'Le informamos del estado actual. Habíamos escrito: «%» El asunto sigue en curso.',
      'Lo siguiente continúa en curso: «%»',
    ],
  },
  updateEnd: {
    plain: ['Gracias por la paciencia.', 'En cuanto haya novedades, te escribo.', 'Gracias por esperar.'],
    formal: ['Le agradecemos su paciencia.', 'Le informaremos en cuanto haya novedades.'],
  },
  notice: 'Esta respuesta se redactó con ayuda de IA.',
  summary: {
    heading: 'Resumen en citas',
    problem: 'Cliente',
    answer: 'Respuesta',
    outcome: 'Resultado',
    turn: 'turno %',
  },
};
