import type { RawMacro } from '../../core/helpdesk';
import type { MacroAction, MacroField } from '../../core/knowledge';
import type * as schema from './api-schema';

/** Actions that are read, by Zendesk's name. The reply itself is read apart. */
const fields: Record<string, MacroField> = {
  status: 'status',
  priority: 'priority',
  type: 'type',
  group_id: 'group',
  assignee_id: 'assignee',
  ticket_form_id: 'form',
  brand_id: 'brand',
  subject: 'subject',
  set_tags: 'set-tags',
  current_tags: 'add-tags',
  remove_tags: 'remove-tags',
};
/** Longer values are no field of a ticket. */
const maxValueLength = 500;

/** The text of an action value: a string or `["channel:all", text]`. */
function channelText(value: unknown): { channel: string; text: string } | undefined {
  if (typeof value === 'string') return { channel: 'channel:all', text: value };
  if (!Array.isArray(value)) return undefined;
  const [channel, text]: unknown[] = value;
  return typeof channel === 'string' && typeof text === 'string' ? { channel, text } : undefined;
}

function actionText(actions: schema.Macro['actions'], field: string): string | undefined {
  const texts = actions.flatMap((action) => (action.field === field ? (channelText(action.value) ?? []) : []));
  const best =
    texts.find(({ channel }) => channel === 'channel:all') ?? texts.find(({ channel }) => channel === 'channel:web');
  return (best ?? texts[0])?.text;
}

function toAction(
  { field, value }: schema.Macro['actions'][number],
  groups: ReadonlyMap<string, string>,
): MacroAction | undefined {
  const known = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (!known || (typeof value !== 'string' && typeof value !== 'number')) return undefined;
  const text = String(value).trim();
  if (text === '' || text.length > maxValueLength) return undefined;
  const label = known === 'group' ? groups.get(text) : undefined;
  return { field: known, value: text, ...(label ? { label } : {}) };
}

/** `A::B::Title` is in the menu `A › B`. */
function categoryOf(title: string): string | undefined {
  const names = title
    .split('::')
    .slice(0, -1)
    .flatMap((name) => name.trim() || []);
  return names.length > 0 ? names.join(' › ') : undefined;
}

/** The macro as a reply and the changes it makes, groups by their name where `groups` (by id) tells it; undefined when it does neither. */
export function toMacro(macro: schema.Macro, groups: ReadonlyMap<string, string>): RawMacro | undefined {
  const text = actionText(macro.actions, 'comment_value');
  const html = actionText(macro.actions, 'comment_value_html');
  const actions = macro.actions.flatMap((action) => toAction(action, groups) ?? []);
  if (!text?.trim() && !html?.trim() && actions.length === 0) return undefined;
  const isPublic =
    actionText(macro.actions, 'comment_mode_is_public') ??
    macro.actions.find((action) => action.field === 'comment_mode_is_public')?.value;
  const tags = actions.flatMap(({ field, value }) => (/^(?:add|set)-tags$/.test(field) ? value.split(/\s+/) : []));
  const category = categoryOf(macro.title ?? '');
  return {
    id: String(macro.id),
    title: macro.title ?? '',
    ...(category ? { category } : {}),
    ...(html ? { html } : {}),
    ...(text ? { text } : {}),
    ...(actions.length > 0 ? { actions } : {}),
    isNote: isPublic === 'false' || isPublic === false,
    isActive: macro.active !== false,
    tags,
    ...(macro.updated_at ? { updatedAt: macro.updated_at } : {}),
  };
}
