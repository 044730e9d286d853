import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Engine } from '../../lib/core/engine';
import type { CardValue, ModelCard } from '../../lib/core/model-card';
import type { InterfaceLanguage } from '../../lib/strings/language';
import type { ModelCardStrings } from '../../lib/strings/model-card.en';
import { formatList } from '../../lib/strings/punctuation';
import { unwrap } from '../query-client';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { CardSection } from './CardSection';
import styles from './ModelCards.module.css';

type Props = { engine: Engine; language: InterfaceLanguage; text: ModelCardStrings };

/** Fields with a place of their own; all others follow under "more". */
const placed = [
  'id',
  'version',
  'base',
  'baseLicense',
  'package',
  'languages',
  'trainedOn',
  'scores',
  'limits',
  'reproduce',
  'madeBy',
];

/** A button that opens the cards of both models; `label` is its words. */
export function ModelCardsButton({ label, ...props }: Props & { label: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button look="quiet" icon="bars" className={styles.open} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      {isOpen && (
        <Dialog title={props.text.title} closeLabel={props.text.close} onClose={() => setIsOpen(false)}>
          <Cards {...props} />
        </Dialog>
      )}
    </>
  );
}

function Cards({ engine, language, text }: Props) {
  const query = useQuery({
    queryKey: ['model-cards'] as const,
    queryFn: ({ signal }) => unwrap(engine.modelCards(), signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (query.isError)
    return (
      <p role="alert">
        {text.failed} {query.error.message}
      </p>
    );
  if (!query.data) return <p role="status">{text.loading}</p>;
  return (
    <>
      <p className={styles.soft}>{text.intro}</p>
      {query.data.map((card) => (
        <Card key={card.id} card={card} language={language} text={text} />
      ))}
    </>
  );
}

function Card({ card, language, text }: { card: ModelCard } & Omit<Props, 'engine'>) {
  const names = useMemo(() => new Intl.DisplayNames([language], { type: 'language' }), [language]);
  const { trainedOn, scores, reproduce, madeBy } = card;
  const more = Object.fromEntries(Object.entries(card).filter(([name]) => !placed.includes(name)));
  const facts: [string, string | undefined][] = [
    [text.base, card.base],
    [text.baseLicense, card.baseLicense],
    [text.package, card.package],
    [text.signals, card.outputs ? Object.keys(card.outputs).join(', ') : text.signalsNone],
  ];
  return (
    <article className={styles.card} aria-label={card.id}>
      <h3 className={styles.name}>
        <bdi>{`${card.id} ${card.version}`}</bdi>
      </h3>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value ?? text.unstated}</bdi>
            </dd>
          </div>
        ))}
        <div>
          <dt>{text.languages}</dt>
          <dd>
            {formatList(
              language,
              card.languages.map((code) => names.of(code) ?? code),
            )}
          </dd>
        </div>
      </dl>
      <Words title={text.limits} value={card.limits} text={text} />
      <h4>{text.trainedOn}</h4>
      {trainedOn ? <CardSection name={text.trainedOn} value={trainedOn} text={text} /> : <p>{text.unstated}</p>}
      <h4>{text.scores}</h4>
      {scores ? <CardSection name={text.scores} value={scores} text={text} /> : <p>{text.unstated}</p>}
      <Words title={text.reproduce} value={reproduce ?? madeBy} text={text} />
      <details className={styles.more}>
        <summary>{text.more}</summary>
        <CardSection name={card.id} value={more as { [name: string]: CardValue }} text={text} />
      </details>
    </article>
  );
}

function Words({
  title,
  value,
  text,
}: {
  title: string;
  value: string | string[] | undefined;
  text: ModelCardStrings;
}) {
  return (
    <>
      <h4>{title}</h4>
      {[value ?? text.unstated].flat().map((line) => (
        <p key={line} dir="auto">
          {line}
        </p>
      ))}
    </>
  );
}
