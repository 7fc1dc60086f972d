/** Two live regions: what is new politely, deadlines at once. Never seen, only heard. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SeatView } from '../../core/model/view.ts';
import { announcements, nearDeadlines } from './announce.ts';
import { useSetting } from './setting.ts';

export function Announcer({ view }: { readonly view: SeatView }) {
  const { startsAt } = useSetting();
  const before = useRef(view);
  const [polite, setPolite] = useState('');
  const [urgent, setUrgent] = useState('');
  useEffect(() => {
    if (before.current === view) return;
    setPolite(announcements(before.current, view, startsAt).join(' '));
    setUrgent(nearDeadlines(before.current, view).join(' '));
    before.current = view;
  }, [view, startsAt]);
  return (
    <>
      <div class="hidden" aria-live="polite" id="heard">
        {polite}
      </div>
      <div class="hidden" aria-live="assertive">
        {urgent}
      </div>
    </>
  );
}
