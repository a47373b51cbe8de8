import { useState } from 'preact/hooks';
import { ENVIRONMENTS, type Target } from '../../api/shapes.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Choice, Field, Switch } from '../../parts/field.tsx';
import type { Session } from '../../session.ts';
import { readDependency } from './dependency.ts';
import { DependsOnField } from './depends-on-field.tsx';
import { changesOf, draftOf, hasSource, type TargetDraft } from './target-draft.ts';
import { isClusterMember, TARGET_TYPES } from './target-types.ts';

export interface TargetFormProps {
  readonly session: Session;
  /** Undefined: a new one. */
  readonly target: Target | undefined;
  onClose(): void;
}

export function TargetForm({ session, target, onClose }: TargetFormProps) {
  const [draft, setDraft] = useState<TargetDraft>(() => draftOf(target));
  const set = (changes: Partial<TargetDraft>) => setDraft(before => ({ ...before, ...changes }));
  const save = async () => {
    const found = await readDependency(session, draft.dependsOn, target);
    if (found.kind === 'refused') return found.why;
    const body = changesOf(draft, target, found.id);
    const done = `${draft.hostName} is saved.`;
    if (target === undefined) return session.refusal(done, { method: 'POST', path: 'targets', body });
    const write = { method: 'PATCH', path: `targets/${encodeURIComponent(target.id)}`, body } as const;
    return session.refusal(done, { ...write, version: target.version });
  };
  const isMember = target !== undefined && isClusterMember(target.type);
  const title = target === undefined ? 'Add a target' : `Edit ${target.host_name}`;
  return (
    <Dialog title={title} doText="Save" onDo={save} onClose={onClose}>
      <Where draft={draft} set={set} isNamedBySource={hasSource(target)} isMember={isMember} />
      <div class="row">
        <span class="muted">Alerts</span>
        <Switch label="Alerts" isOn={draft.notification} onSwitch={notification => set({ notification })} />
      </div>
      <DependsOnField
        session={session}
        target={target}
        name={draft.dependsOn}
        onName={dependsOn => set({ dependsOn })}
      />
      {!isClusterMember(Number(draft.type)) && <Limits draft={draft} set={set} />}
    </Dialog>
  );
}

interface PartProps {
  readonly draft: TargetDraft;
  set(changes: Partial<TargetDraft>): void;
}

interface WhereProps extends PartProps {
  readonly isNamedBySource: boolean;
  readonly isMember: boolean;
}

/** The name is its source's, a member's type and address too. */
function Where({ draft, set, isNamedBySource, isMember }: WhereProps) {
  const types = TARGET_TYPES.filter(type => type.isMember === isMember);
  return (
    <div class="fields">
      <Field
        label="Name"
        text={draft.hostName}
        onText={hostName => set({ hostName })}
        required
        maxLength={255}
        disabled={isNamedBySource}
        {...(isNamedBySource && { hint: 'As its source names it.' })}
      />
      <Choice
        label="Type"
        value={draft.type}
        choices={types.map(({ number, name }) => [`${number}`, name])}
        onChoose={type => set({ type })}
        disabled={isMember}
      />
      <Field label="Host" text={draft.host} onText={host => set({ host })} required disabled={isMember} />
      <Field
        label="Port"
        type="number"
        min={1}
        max={65_535}
        text={draft.port}
        onText={port => set({ port })}
        required
        disabled={isMember}
      />
      {!isMember && <Field label="Path" placeholder="/" text={draft.path} onText={path => set({ path })} />}
      <Choice
        label="Environment"
        value={draft.environment}
        choices={ENVIRONMENTS.map(each => [each, each])}
        onChoose={environment => set({ environment })}
      />
    </div>
  );
}

/** Empty: as the settings say. */
function Limits({ draft, set }: PartProps) {
  return (
    <details>
      <summary>Interval and thresholds</summary>
      <p class="hint">Empty: as the settings say for all.</p>
      <div class="fields">
        <Field
          label="Check every (s)"
          type="number"
          min={5}
          text={draft.interval}
          onText={interval => set({ interval })}
        />
        <Field
          label="Timeout (s)"
          type="number"
          min={0.1}
          step={0.1}
          text={draft.timeout}
          onText={timeout => set({ timeout })}
        />
        <Field
          label="Down after failures"
          type="number"
          min={1}
          text={draft.downAfter}
          onText={downAfter => set({ downAfter })}
        />
        <Field
          label="Up after successes"
          type="number"
          min={1}
          text={draft.upAfter}
          onText={upAfter => set({ upAfter })}
        />
        <Field label="Slow from (ms)" type="number" min={1} text={draft.slow} onText={slow => set({ slow })} />
      </div>
    </details>
  );
}
