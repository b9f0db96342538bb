import type { photograph as english } from '../en/photograph.ts'

export const photograph: typeof english = {
  heading: 'La photographie', none: 'Aucune nouvelle photographie. Celle qui est consignée, s’il y en a une, demeure.',
  hint: 'JPEG ou PNG, cinq mégaoctets et 40 millions de pixels au plus. Elle est lue jusqu’au dernier octet\u00a0: si elle contient plus que ce qu’elle montre, par exemple des données de l’appareil ou un commentaire, elle n’est pas acceptée. Nettoyez-la d’abord.',
  kept: 'Seule son empreinte SHA-256 est consignée; c’est par elle qu’une demande la désigne. L’image elle-même n’est pas conservée ici\u00a0: gardez ce fichier même, car c’est lui qui est joint lorsqu’une demande est envoyée.',
  label: 'Photographie', add: 'Prendre cette photographie', remove: 'Enlever',
  one: 'Une photographie est déjà là. Enlevez-la d’abord.', notPicture: 'Ce n’est ni un JPEG ni un PNG. Enregistrez la photographie dans l’un de ces formats.', large: 'La photographie dépasse cinq mégaoctets. Enregistrez-la à une résolution plus faible.', pixels: 'La photographie compte plus de 40 millions de pixels. Enregistrez-la à une résolution plus faible.', missing: 'Choisissez d’abord un fichier.',
  digest: (digest) => `SHA-256\u00a0: ${digest}`,
}
