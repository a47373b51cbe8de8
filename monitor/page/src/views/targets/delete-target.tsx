import type { Target } from '../../api/shapes.ts';
import { Dialog } from '../../parts/dialog.tsx';
import type { Session } from '../../session.ts';
import { targetActions } from './target-actions.ts';

export interface DeleteTargetProps {
  readonly session: Session;
  readonly target: Target;
  onClose(): void;
  onDeleted?(): void;
}

export function DeleteTarget({ session, target, onClose, onDeleted }: DeleteTargetProps) {
  const remove = async () => {
    const refusal = await targetActions.remove(session, target);
    if (refusal === '') onDeleted?.();
    return refusal;
  };
  return (
    <Dialog title={`Delete ${target.host_name}?`} doText="Delete" isDanger onDo={remove} onClose={onClose}>
      <p>
        {target.origin === 'hand'
          ? 'Its checks end, and its history goes with it.'
          : 'A source names it: it stays ignored from now on, even while the source goes on naming it.'}{' '}
        Its incidents stay on record.
      </p>
    </Dialog>
  );
}
