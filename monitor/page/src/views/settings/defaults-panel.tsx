import { useState } from 'preact/hooks';
import type { Settings } from '../../api/shapes.ts';
import { useLoaded } from '../../live/use-loaded.ts';
import { Field } from '../../parts/field.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Session } from '../../session.ts';

interface SettingField {
  readonly name: string;
  readonly label: string;
  /** What one of the field is in the API's unit. */
  readonly factor: number;
  readonly isOptional?: boolean;
}

const FIELDS: readonly SettingField[] = [
  { name: 'intervalMs', label: 'Check every (s)', factor: 1000 },
  { name: 'timeoutMs', label: 'Timeout (s)', factor: 1000 },
  { name: 'downAfter', label: 'Down after failures', factor: 1 },
  { name: 'upAfter', label: 'Up after successes', factor: 1 },
  { name: 'slowMs', label: 'Slow from (ms)', factor: 1, isOptional: true },
  { name: 'reminderMs', label: 'Remind every (min)', factor: 60_000, isOptional: true },
  { name: 'groupingMs', label: 'Group alerts for (s)', factor: 1000 },
];

/** For every target that says nothing of its own. */
export function DefaultsPanel({ session }: { readonly session: Session }) {
  const { data, problem, reload } = useLoaded({
    feed: session.feed,
    key: '',
    kinds: ['settings'],
    load: () => session.api.read<Settings>('settings'),
  });
  return (
    <section class="panel form" aria-label="Defaults">
      <h2>Defaults of checks and alerts</h2>
      <Problem text={problem} onRetry={reload} />
      {data !== undefined && <DefaultsForm key={JSON.stringify(data)} session={session} settings={data} />}
    </section>
  );
}

function DefaultsForm({ session, settings }: { readonly session: Session; readonly settings: Settings }) {
  const fields = FIELDS.filter(({ name }) => name in settings);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(fields.map(field => [field.name, textOf(settings[field.name], field)])),
  );
  const save = () => {
    const values = fields.map(field => [field.name, numberOf(texts[field.name] ?? '', field)] as const);
    const body = Object.fromEntries(values.filter(([name, value]) => value !== settings[name]));
    if (Object.keys(body).length === 0) session.tell({ kind: 'done', text: 'Nothing was changed.' });
    else void session.run('The settings are saved.', { method: 'PATCH', path: 'settings', body });
  };
  return (
    <form
      class="form"
      onSubmit={event => {
        event.preventDefault();
        save();
      }}
    >
      <div class="fields">
        {fields.map(({ name, label, isOptional = false }) => (
          <Field
            key={name}
            label={label}
            type="number"
            min={0}
            step="any"
            required={!isOptional}
            placeholder={isOptional ? 'off' : ''}
            text={texts[name] ?? ''}
            onText={text => setTexts({ ...texts, [name]: text })}
          />
        ))}
      </div>
      <button type="submit">Save the defaults</button>
    </form>
  );
}

function textOf(value: Settings[string] | undefined, { factor }: SettingField): string {
  return typeof value === 'number' ? `${value / factor}` : '';
}

function numberOf(text: string, { factor }: SettingField): number | null {
  return text.trim() === '' ? null : Math.round(Number(text) * factor);
}
