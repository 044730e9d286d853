import type { CardValue } from '../../lib/core/model-card';
import type { ModelCardStrings } from '../../lib/strings/model-card.en';
import { toTables } from './card-tables';
import styles from './ModelCards.module.css';

/** One part of a card as tables, each named by the way to it. Names and values are data: left to right in any language. */
export function CardSection({
  name,
  value,
  text,
}: {
  name: string;
  value: { [name: string]: CardValue } | CardValue[];
  text: ModelCardStrings;
}) {
  const { lines, columns, rows, deeper } = toTables(value);
  return (
    <>
      {lines.length > 0 && (
        <Table name={name} columns={[text.name, text.value]} rows={lines.map(([key, one]) => [key, [one]])} />
      )}
      {rows.length > 0 && <Table name={name} columns={[text.name, ...columns]} rows={rows} />}
      {deeper.map(([key, one]) => (
        <CardSection key={key} name={`${name} · ${key}`} value={one} text={text} />
      ))}
    </>
  );
}

function Table({ name, columns, rows }: { name: string; columns: string[]; rows: [string, string[]][] }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section with a name would be one landmark more for every table.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrolled by keyboard too.
    <div className={styles.scroll} role="group" aria-label={name} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.caption}>{name}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody dir="ltr">
          {rows.map(([key, cells]) => (
            <tr key={key}>
              <th scope="row">{key}</th>
              {cells.map((cell, at) => (
                <td key={columns[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
