/** Native dialogs: the list of shortcuts, and the one question the table asks before time runs out. */

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { say, sayNamed } from '../../words/index.ts';
import { keyList } from './keys.ts';

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

function Dialog({ open, title, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current as HTMLDialogElement;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog ref={element} class="dialog" aria-label={title} onClose={onClose}>
      {open ? (
        <>
          <h2>{title}</h2>
          {children}
        </>
      ) : null}
    </dialog>
  );
}

export interface ShortcutsProps {
  readonly open: boolean;
  /** Whether single keys are obeyed: who dictates to the computer may want them off. */
  readonly obeyed: boolean;
  readonly onObey: () => void;
  readonly onClose: () => void;
}

export function Shortcuts({ open, obeyed, onObey, onClose }: ShortcutsProps) {
  return (
    <Dialog open={open} title={say('keys.title')} onClose={onClose}>
      <dl class="keys">
        {keyList.map(({ key, word }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{sayNamed(word)}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input type="checkbox" checked={obeyed} onChange={onObey} />
        <span>
          {say('keys.single')}
          <span class="hint">{say('keys.note')}</span>
        </span>
      </label>
      <button type="button" class="primary" onClick={onClose}>
        {say('keys.close')}
      </button>
    </Dialog>
  );
}

export interface ConfirmEndProps {
  readonly open: boolean;
  readonly undecided: readonly string[];
  readonly onGo: () => void;
  readonly onStay: () => void;
}

/** To stay comes first: it is what has the focus when the dialog opens. */
export function ConfirmEnd({ open, undecided, onGo, onStay }: ConfirmEndProps) {
  return (
    <Dialog open={open} title={say('advance.confirmTitle')} onClose={onStay}>
      <p>{say('advance.confirmBody')}</p>
      {undecided.length === 0 ? null : (
        <p class="lapse">{say('advance.confirmOpen', { titles: undecided.join('; ') })}</p>
      )}
      <div class="row">
        <button type="button" onClick={onStay}>
          {say('advance.confirmStay')}
        </button>
        <button type="button" class="primary" onClick={onGo}>
          {say('advance.confirmGo')}
        </button>
      </div>
    </Dialog>
  );
}
