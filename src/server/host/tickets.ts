/** Codes that people read out, and tokens that devices keep. Of a token's secret the host keeps a digest only. */
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Role } from '../../exercise/roles.ts';
import type { Store, TicketRow } from './store.ts';

/** Without letters and digits that are taken for one another. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 6;

export const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** As it was meant: small letters, blanks and hyphens are people's own. */
export const codeOf = (written: string): string => written.toUpperCase().replaceAll(/[\s-]/g, '');

export const newName = (): string => randomBytes(9).toString('base64url');
export const newSecret = (): string => randomBytes(24).toString('base64url');

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Compares in constant time. */
export const isSame = (given: string, wanted: string): boolean => timingSafeEqual(digestOf(given), digestOf(wanted));

/** A token for one device: the ticket's name, a dot, its secret. */
export function issueTicket(store: Store, room: string, role: Role): string {
  const id = newName();
  const secret = newSecret();
  store.addTicket({ id, room, role, secret: digestOf(secret).toString('hex') });
  return `${id}.${secret}`;
}

/** The ticket of a token; undefined for one that was never given out, or was taken back. */
export function ticketOf(store: Store, token: unknown): TicketRow | undefined {
  if (typeof token !== 'string' || token.length > 100) return undefined;
  const [id = '', secret = ''] = token.split('.');
  const ticket = store.ticket(id);
  const fits = timingSafeEqual(digestOf(secret), Buffer.from(ticket?.secret ?? digestOf('').toString('hex'), 'hex'));
  return fits && ticket !== undefined && !ticket.revoked ? ticket : undefined;
}
