/** What the operating system, or the network, found. */
export const systemFaults = {
  ENOENT: 'there is no such file or folder', ENOTDIR: 'a part of its path is no folder', EISDIR: 'it is a folder', EACCES: 'this account may not', EPERM: 'this account may not', ENOSPC: 'the disk is full', EDQUOT: 'the account’s share of the disk is full',
  EROFS: 'the disk can only be read', EMFILE: 'too many files are open', ENFILE: 'too many files are open', ENAMETOOLONG: 'the name is too long', ELOOP: 'links lead round in a circle', EBUSY: 'another program is using it', EIO: 'the disk has a fault', EXDEV: 'it is on another disk',
  EFBIG: 'it would be too large', EINVAL: 'the system cannot read it', ENXIO: 'it is no file that can be read', EPIPE: 'nobody reads what is written', JSON: 'it is no JSON', ECONNREFUSED: 'nobody answers at that address', ENOTFOUND: 'there is no machine of that name', EAI_AGAIN: 'the name of the machine could not be looked up',
  ETIMEDOUT: 'no answer came in time', ECONNRESET: 'the connection broke off', EHOSTUNREACH: 'the machine cannot be reached', ENETUNREACH: 'the network cannot be reached',
  other: (words: string) => `the system says: ${words}`,
}
