import type { Wording } from './wording';

export const pt: Wording = {
  empathy: {
    upset: {
      plain: [
        'Peço desculpa pelo transtorno.',
        'Entendo que isto seja irritante, e lamento.',
        'Lamento que isto esteja a dar tanto trabalho.',
      ],
      formal: ['Pedimos desculpa pelo incómodo causado.', 'Lamentamos sinceramente o transtorno.'],
    },
    letDown: {
      plain: [
        'Lamento que tenha sido uma desilusão.',
        'Entendo a desilusão, e peço desculpa.',
        'É pena que tenha corrido assim, lamento.',
      ],
      formal: ['Lamentamos ter ficado aquém das suas expectativas.', 'Compreendemos a sua desilusão e lamentamos.'],
    },
    worried: {
      plain: [
        'Entendo a preocupação: vamos esclarecer isto.',
        'É natural ficar preocupado com isto, vejamos passo a passo.',
        'Obrigado por avisar: vale a pena verificar.',
      ],
      formal: ['Compreendemos a sua preocupação e esclarecemos com gosto.', 'Agradecemos que nos tenha alertado.'],
    },
    confused: {
      plain: [
        'Isto pode confundir, por isso explico.',
        'Entendo a dúvida: aqui está a explicação.',
        'Boa pergunta, este ponto confunde-se facilmente.',
      ],
      formal: ['Esclarecemos este ponto com todo o gosto.', 'Compreendemos que isto possa ser confuso e explicamos.'],
    },
  },
  facts: {
    order: 'o número da encomenda',
    booking: 'o número da reserva',
    invoice: 'o número da fatura',
    tracking: 'o número de seguimento',
    serial: 'o número de série',
    account: 'o número de cliente',
  },
  ask: {
    plain: ['Qual é %?', 'Para verificar, falta um dado: qual é %?', 'Pode enviar %? Assim consigo verificar.'],
    formal: ['Poderia indicar-nos %?', 'Para analisar o caso, pedimos que nos indique %.'],
  },
  onceKnown: {
    plain: ['Com isso consigo continuar.', 'Assim que o tiver, verifico.', 'Depois posso ver o que se passa.'],
    formal: ['Com esse dado analisaremos o caso.', 'Deste modo poderemos prosseguir.'],
  },
  ifNot: {
    plain: [
      'Se ficar alguma dúvida, basta responder aqui.',
      'Se algo ficar por esclarecer, é só escrever.',
      'Em caso de dificuldade, basta uma resposta.',
    ],
    formal: [
      'Se subsistir alguma dúvida, responda a esta mensagem.',
      'Para qualquer questão, agradecemos a sua resposta.',
    ],
  },
  opening: {
    plain: ['Obrigado pela mensagem.', 'Obrigado por escrever.', 'Obrigado pelo contacto.'],
    formal: ['Agradecemos a sua mensagem.', 'Agradecemos o seu contacto.'],
  },
  offer: {
    plain: [
      'Ajudo com gosto no que for preciso.',
      'Estamos aqui para o resto.',
      'Com gosto ajudamos com mais perguntas.',
    ],
    formal: ['Ficamos ao dispor para qualquer questão.', 'Teremos todo o gosto em continuar a ajudar.'],
  },
  closing: {
    plain: [
      'Que bom que está resolvido! Um bom dia.',
      'Fico contente que já funcione. Tudo de bom!',
      'Obrigado por avisar, boas notícias!',
    ],
    formal: [
      'Ficamos contentes por o assunto estar resolvido. Agradecemos a confirmação.',
      'Agradecemos a sua confirmação. Foi um prazer ajudar.',
    ],
  },
  rating: {
    plain: [
      'Só mais uma coisa: como correu o atendimento? Uma breve avaliação ajuda-nos a melhorar.',
      'Quando tiver um momento, avalie esta conversa: ajuda-nos muito.',
      'Que tal foi o atendimento desta vez? Gostávamos de saber.',
    ],
    formal: [
      'Agradecíamos uma breve avaliação do nosso serviço.',
      'A sua opinião sobre o nosso serviço é muito importante.',
    ],
  },
  followUpAsked: {
    plain: [
      'Escrevo porque isto ainda está em aberto. A pergunta era: “%”',
      'Um breve lembrete para resolver isto em breve. Tínhamos perguntado: “%”',
      'Gostava de avançar com isto. A nossa pergunta era: “%”',
    ],
    formal: [
      'Recordamos a nossa pergunta: “%”',
      'Para podermos prosseguir, agradecemos a resposta à nossa pergunta: “%”',
    ],
  },
  followUp: {
    plain: [
      'Queria saber se a última mensagem ajudou.',
      'Como correu depois da última mensagem?',
      'Ficou resolvido ou ainda falta algo?',
    ],
    formal: [
      'Gostaríamos de saber se a nossa última mensagem resolveu o assunto.',
      'Escrevemos para saber se a resposta anterior ajudou.',
    ],
  },
  update: {
    plain: [
      'Um breve ponto da situação: tínhamos escrito: “%” Isto ainda está em curso.',
      'Para saber como está: isto continua em aberto do nosso lado. Tínhamos escrito: “%”',
      'Eis onde estamos. Tínhamos escrito: “%” Continuamos a tratar disto.',
    ],
    formal: [
      'Informamos sobre o estado atual. Tínhamos escrito: “%” O assunto continua em curso.',
      'O seguinte continua em curso: “%”',
    ],
  },
  updateEnd: {
    plain: ['Obrigado pela paciência.', 'Assim que houver novidades, escrevo.', 'Obrigado por esperar.'],
    formal: ['Agradecemos a sua paciência.', 'Informaremos assim que houver novidades.'],
  },
  notice: 'Esta resposta foi redigida com ajuda de IA.',
  summary: {
    heading: 'Resumo em citações',
    problem: 'Cliente',
    answer: 'Resposta',
    outcome: 'Resultado',
    turn: 'mensagem %',
  },
};
