/** What went wrong, where, and the way out. */
import { say } from '../../words/index.ts';
import type { Trouble } from '../link/cards.ts';

export function TroubleNote({
  trouble,
  onDismiss,
}: {
  readonly trouble: Trouble | null;
  readonly onDismiss: () => void;
}) {
  return (
    <div role="alert" class="trouble-place">
      {trouble === null ? null : (
        <div class="trouble">
          <p>
            <b>{trouble.what}</b>
          </p>
          <p class="quiet">{trouble.where}</p>
          <p>{trouble.wayOut}</p>
          <button type="button" onClick={onDismiss}>
            {say('trouble.dismiss')}
          </button>
        </div>
      )}
    </div>
  );
}
