import { createHash } from 'node:crypto';

/** The SHA-256 digest of `data`, in lower-case hexadecimal. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** A short id of `data`: the first 12 hexadecimal digits of its SHA-256 digest (48 bits). */
export const shortHash = (data: string | Uint8Array): string => sha256(data).slice(0, 12);
