/** The page of whoever runs an exercise: what can be hosted, with the key that came in the address. */
import { signal } from '@preact/signals';
import { friendlySeed } from './luck.ts';
import type { HostCard } from './room-cards.ts';
import type { RoomDoor, RoomWish } from './room-door.ts';
import type { RoomTable } from './room-table.ts';
import { savedWords } from './troubles.ts';

export class RoomHost {
  readonly shelf = signal<HostCard | null>(null);
  readonly wish = signal<RoomWish>({ scenario: '', cut: null, policy: '', seed: friendlySeed(), held: [] });
  readonly busy = signal(false);
  readonly complaint = signal('');
  private readonly door: RoomDoor;
  private readonly table: RoomTable;
  private readonly key: string;

  constructor(door: RoomDoor, table: RoomTable, key: string) {
    this.door = door;
    this.table = table;
    this.key = key;
  }

  async read(): Promise<void> {
    const answer = await this.door.shelf(this.key);
    if ('why' in answer) {
      this.complaint.value = answer.why;
      return;
    }
    const rooms = answer.got.rooms.map(({ id, title, madeAt }) => ({ id, title, opened: savedWords(madeAt) }));
    this.shelf.value = { ...answer.got, rooms };
    const policy = answer.got.policies[0]?.id ?? '';
    this.chooseScenario(answer.got.scenarios[0]?.id ?? '');
    this.wish.value = { ...this.wish.value, policy };
  }

  /** Every seat but an adversary's is held unless somebody says otherwise. */
  chooseScenario(scenario: string): void {
    const seats = this.shelf.value?.scenarios.find(({ id }) => id === scenario)?.seats ?? [];
    const held = seats.filter(({ adversary }) => !adversary).map(({ id }) => id);
    this.wish.value = { ...this.wish.value, scenario, cut: null, held };
  }

  choose(part: Partial<RoomWish>): void {
    this.wish.value = { ...this.wish.value, ...part };
  }

  open(): Promise<void> {
    return this.enter(() => this.door.open(this.key, this.wish.value));
  }

  takeControl(room: string): Promise<void> {
    return this.enter(() => this.door.takeControl(this.key, room));
  }

  private async enter(ask: () => ReturnType<RoomDoor['takeControl']>): Promise<void> {
    this.busy.value = true;
    await this.table.comeIn(ask());
    this.complaint.value = this.table.complaint.value;
    this.busy.value = false;
  }
}
