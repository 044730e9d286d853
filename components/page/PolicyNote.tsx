import type { PolicyProblem } from '../../lib/core/policy';
import type { PolicyStrings } from '../../lib/strings/policy.en';
import { Notice } from '../ui/Notice';
import styles from './PolicyNote.module.css';
import { usePage } from './page-context';

/** That the organisation has set something here, what is ignored of it and why; nothing where it has set nothing. */
export function PolicyNote() {
  const { settings, strings } = usePage();
  const { policy } = settings;
  const text = strings.page.policy;
  const isSet =
    Object.keys(policy.values).length > 0 ||
    policy.desks !== null ||
    policy.allowed !== null ||
    policy.blocked.length > 0 ||
    policy.knowledge !== null;
  if (!isSet && policy.problems.length === 0) return null;
  return (
    <section className={styles.note} aria-label={text.heading}>
      {isSet && <Notice tone="info">{text.intro}</Notice>}
      {policy.problems.map((problem) => (
        <Notice key={problem.part} tone="warn">
          {sayProblem(problem, text)}
        </Notice>
      ))}
    </section>
  );
}

function sayProblem({ part, why }: PolicyProblem, text: PolicyStrings): string {
  return why === 'unknown' ? text.unknown(part) : text.badValue(part);
}
