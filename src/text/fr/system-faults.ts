import type { systemFaults as english } from '../en/system-faults.ts'

export const systemFaults: typeof english = {
  ENOENT: 'ce fichier ou ce dossier n’existe pas', ENOTDIR: 'une partie du chemin n’est pas un dossier', EISDIR: 'c’est un dossier', EACCES: 'ce compte n’en a pas le droit', EPERM: 'ce compte n’en a pas le droit', ENOSPC: 'le disque est plein', EDQUOT: 'la part de disque du compte est pleine',
  EROFS: 'le disque est en lecture seule', EMFILE: 'trop de fichiers sont ouverts', ENFILE: 'trop de fichiers sont ouverts', ENAMETOOLONG: 'le nom est trop long', ELOOP: 'des liens tournent en rond', EBUSY: 'un autre programme l’utilise', EIO: 'le disque a une défaillance', EXDEV: 'c’est sur un autre disque',
  EFBIG: 'ce serait trop grand', EINVAL: 'le système ne peut pas le lire', ENXIO: 'ce n’est pas un fichier qui se lit', EPIPE: 'personne ne lit ce qui est écrit', JSON: 'ce n’est pas du JSON', ECONNREFUSED: 'personne ne répond à cette adresse', ENOTFOUND: 'aucune machine ne porte ce nom', EAI_AGAIN: 'le nom de la machine n’a pas pu être cherché',
  ETIMEDOUT: 'aucune réponse n’est venue à temps', ECONNRESET: 'la connexion s’est rompue', EHOSTUNREACH: 'la machine est inaccessible', ENETUNREACH: 'le réseau est inaccessible',
  other: (words) => `selon le système\u00a0: ${words}`,
}
