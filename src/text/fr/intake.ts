import type { intake as english } from '../en/intake.ts'
import { systemFault } from '../system-fault.ts'

/** Ce qui doit figurer dans un champ d’un profil de source. */
const expected: Readonly<Record<string, string>> = {
  json: 'du JSON sans faute de syntaxe',
  object: 'un objet contenant les champs d’un profil',
  text: 'un texte non vide',
  'any-text': 'un texte, éventuellement vide',
  name: 'un nom court en minuscules, chiffres et traits d’union',
  'one-character': 'un seul caractère',
  'one-character-or-none': 'un seul caractère, ou rien',
  'whole-number': 'un nombre entier de 0 à 10000',
  'list-of-texts': 'une liste de textes',
  'map-of-texts': 'un objet dont les valeurs sont des textes',
  clock: 'une des horloges de rows.clock.values',
  columns: 'une liste d’au moins un nom de colonne',
  column: 'une colonne nommée dans file.columns ou file.optionalColumns',
  'column-or-none': 'une colonne nommée dans file.columns, ou un texte vide',
  strata: 'un objet qui donne une colonne pour area, disposition ou order-type, et rien d’autre',
  cluster: '«\u00a0country-and-end\u00a0», «\u00a0none\u00a0», ou un objet qui nomme une colonne',
  outcome: 'un objet avec soit «\u00a0fixed\u00a0», soit «\u00a0column\u00a0» et «\u00a0mapping\u00a0»',
  'interval-outcome': 'un objet avec soit «\u00a0fixed\u00a0», soit «\u00a0column\u00a0» et «\u00a0mapping\u00a0», dont les issues sont connues de Comity',
  value: 'un objet avec soit «\u00a0column\u00a0», soit «\u00a0columns\u00a0» (motifs) et «\u00a0are\u00a0» (period ou outcome)',
  'period-or-none': 'null, ou un objet avec «\u00a0column\u00a0» et «\u00a0rule\u00a0» (as-written, quarter ou day)',
  'area-or-none': 'null, ou un objet avec «\u00a0column\u00a0», «\u00a0names\u00a0» et «\u00a0source\u00a0»',
  'bands-or-none': 'null, ou un objet avec «\u00a0column\u00a0» et «\u00a0bands\u00a0», chaque tranche ayant un premier et un dernier jour',
}

const delimiters: Readonly<Record<string, string>> = { ',': 'des virgules', ';': 'des points-virgules', '|': 'des barres verticales', '\t': 'des tabulations' }
const delimiter = (sign: string) => delimiters[sign] ?? `«\u00a0${sign}\u00a0»`

/** Pourquoi un fichier entier a été refusé, et que faire. */
const refusals: typeof english.refusals = {
  'file-missing': ({ file }) => `Le fichier «\u00a0${file}\u00a0» n’existe pas. Vérifiez le nom et le dossier.`,
  'file-empty': ({ file }) => `«\u00a0${file}\u00a0» est vide. Demandez-le de nouveau à son expéditeur.`,
  'file-is-folder': ({ file }) => `«\u00a0${file}\u00a0» est un dossier. Nommez les fichiers qu’il contient.`,
  'file-unreadable': ({ file, cause }) => `«\u00a0${file}\u00a0» ne peut pas être lu (${systemFault(cause, 'fr')}). Vérifiez que vous avez le droit de le lire et que le disque est en ordre.`,
  'gzip-broken': ({ file }) => `«\u00a0${file}\u00a0» est un fichier gzip tronqué ou endommagé. Procurez-vous-le de nouveau, en entier.`,
  'parquet-broken': ({ file }) => `«\u00a0${file}\u00a0» est un fichier Parquet tronqué ou endommagé. Procurez-vous-le de nouveau, en entier.`,
  'parquet-name': ({ file }) => `«\u00a0${file}\u00a0» est un fichier Parquet, et un fichier Parquet ne peut pas être lu quand son nom, ou celui d’un dossier au-dessus, contient un astérisque ou un point d’interrogation. Renommez-le, ou lisez-le en CSV.`,
  'not-text': ({ file }) => `«\u00a0${file}\u00a0» n’est ni un texte en UTF-8, ni un fichier gzip, ni un fichier Parquet. Enregistrez-le en CSV et en UTF-8, ou nommez avec --profile le profil qui indique son codage.`,
  'no-rows': ({ file }) => `Aucune ligne de ${file} n’est utilisable. Vérifiez qu’il s’agit du bon fichier.`,
  'header-missing': ({ file, line }) => `«\u00a0${file}\u00a0» n’a pas d’en-tête à la ligne ${line}. Placez-y les noms de colonnes, ou nommez le bon profil avec --profile.`,
  'wrong-delimiter': ({ file, line, expected: wanted, found }) =>
    `«\u00a0${file}\u00a0», ligne ${line}\u00a0: les colonnes sont séparées par ${delimiter(found)}, et non par ${delimiter(wanted)}. Enregistrez le fichier avec ${delimiter(wanted)}, ou prenez un profil qui prévoit autre chose.`,
  'wrong-encoding': ({ file, line, expected: wanted }) =>
    `«\u00a0${file}\u00a0», ligne ${line}\u00a0: ce n’est pas du texte en ${wanted}. Enregistrez le fichier en ${wanted}, ou prenez un profil qui indique son codage.`,
  'missing-column': ({ file, line, column, profile }) =>
    `«\u00a0${file}\u00a0»${line > 0 ? `, ligne ${line}` : ''}\u00a0: il manque la colonne «\u00a0${column}\u00a0» du profil ${profile}. Ajoutez-la, ou nommez un autre profil avec --profile.`,
  'repeated-column': ({ file, line, column }) => `«\u00a0${file}\u00a0», ligne ${line}\u00a0: deux colonnes s’appellent «\u00a0${column}\u00a0». Renommez ou supprimez l’une d’elles.`,
  'wrong-type': ({ file, column, expected: wanted, found }) =>
    `«\u00a0${file}\u00a0»\u00a0: la colonne «\u00a0${column}\u00a0» est de type ${found}, alors qu’il faut ${wanted}. Écrivez de nouveau le fichier avec ce type.`,
  'line-too-long': ({ file, line, limit }) =>
    `«\u00a0${file}\u00a0»\u00a0: la ligne ${line} compte plus de ${limit} caractères, ce n’est donc guère un tableau. Voyez si c’est le bon fichier et si ses lignes finissent où il faut.`,
  'quote-unclosed': ({ file, line }) => `«\u00a0${file}\u00a0»\u00a0: un guillemet ouvert à la ligne ${line} n’est jamais fermé. Fermez-le, ou supprimez-le.`,
  'profile-unknown': ({ name, known }) => `«\u00a0${name}\u00a0» n’est pas un profil de source. Les profils sont ${known.join(', ')}. Vous pouvez aussi nommer un fichier de profil qui finit en .json.`,
  'profile-not-found': ({ file, line, header }) =>
    `Aucun profil de source ne convient à «\u00a0${file}\u00a0»${header === '' ? '' : `, dont la ligne ${line} commence ainsi\u00a0: ${header}`}. Nommez-en un avec --profile, ou écrivez-en un pour cette source.`,
  'profile-ambiguous': ({ file, profiles }) => `Plus d’un profil de source convient à «\u00a0${file}\u00a0»\u00a0: ${profiles.join(', ')}. Nommez-en un avec --profile.`,
  'profiles-differ': ({ file, profile, other }) => `«\u00a0${file}\u00a0» suit le profil ${profile}, et un fichier qui le précède suit ${other}. Comptez les fichiers d’une seule source à la fois.`,
  'profile-invalid': ({ file, field, expected: wanted }) =>
    `Le profil «\u00a0${file}\u00a0» est fautif${field === '' ? '' : ` au champ ${field}`}\u00a0: il y faut ${expected[wanted] ?? `une des valeurs ${wanted.replaceAll('|', ', ')}`}.`,
  'profile-trait-stratum': ({ file, field, column }) =>
    `Le profil «\u00a0${file}\u00a0» diviserait les personnes selon «\u00a0${column}\u00a0» (${field}). Comity divise selon le pays, la région, la décision et le type d’ordre, et selon aucun trait de la personne. Retirez ce champ.`,
  'trait-values': ({ profile, column, values }) =>
    `La colonne «\u00a0${column}\u00a0» du profil ${profile} contient ce qui semble être le sexe ou l’âge de personnes (${values}). Comity divise selon le pays, la région, la décision et le type d’ordre, et selon aucun trait de la personne. Indiquez une autre colonne dans le profil, ou retirez-la.`,
  'stratum-absent': ({ profile, stratum }) => `Les fichiers du profil ${profile} ne se divisent pas selon ${stratum}\u00a0: aucune colonne ne l’indique. Retirez-le de --by.`,
  'too-many-groups': ({ file, column, limit }) => `«\u00a0${file}\u00a0»\u00a0: ${column} compte plus de ${limit} valeurs différentes, trop pour les distinguer. Retirez-le de --by, ou vérifiez la colonne.`,
  'as-of-needed': ({ file }) => `Rien dans ${file} n’indique la date d’arrêté des données. Donnez-la avec --as-of AAAA-MM-JJ.`,
  'as-of-too-early': ({ asOf, firstDay }) => `Les données commencent le ${firstDay}, après la date donnée avec --as-of (${asOf}). Donnez une date plus tardive.`,
  'same-file-twice': ({ file, other }) => `«\u00a0${file}\u00a0» et «\u00a0${other}\u00a0» ont le même contenu et seraient comptés deux fois. Nommez l’un des deux.`,
  'changed-while-reading': ({ file }) => `«\u00a0${file}\u00a0» a été modifié pendant que Comity le lisait. Attendez qu’il soit complet et recommencez.`,
  'published-shape': ({ file, line }) => `«\u00a0${file}\u00a0», ligne ${line}\u00a0: un tableau publié doit avoir une colonne de pays et une de nombres entiers, et peut en avoir une de périodes. Retirez les autres.`,
  'published-number': ({ file, line, value }) => `«\u00a0${file}\u00a0», ligne ${line}\u00a0: «\u00a0${value}\u00a0» n’est pas un effectif. Corrigez-le, ou supprimez la ligne.`,
}

/** Pourquoi une ligne n’a pas été utilisée, ou a été comptée sans durée. */
const reasons: typeof english.reasons = {
  'missing-country': 'le pays manque',
  'unknown-country': 'aucun pays ne s’écrit ainsi',
  'ambiguous-country': 'plus d’un pays s’écrit ainsi',
  'aggregate-not-a-country': 'une somme de pays, non un pays',
  'status-not-a-country': 'un statut (apatride, réfugié, non indiqué), non un pays',
  'nationality-not-known': 'la nationalité n’est pas connue',
  'missing-area': 'la région manque',
  'unknown-area': 'aucune région ne s’écrit ainsi',
  'unknown-outcome': 'aucune issue ne s’écrit ainsi',
  'unknown-clock': 'aucune horloge ne porte ce nom',
  'unknown-band': 'aucune tranche de durée ne s’écrit ainsi',
  'missing-date': 'une date manque',
  'impossible-date': 'ce n’est pas un jour du calendrier entre 1900 et 2199',
  'bad-number': 'ce n’est pas un nombre entier dans les limites voulues',
  'negative-duration': 'la fin précède le début',
  'empty-interval': 'la fin tombe le jour du début',
  'after-as-of': 'au-delà de la date d’arrêté des données',
  'began-before-window': 'début antérieur à la fenêtre',
  'ended-after-window': 'fin postérieure à la fenêtre',
  'not-timed': 'ligne comptée, sans durée',
  'repeated-cell': 'cette case du tableau figurait déjà, avec le même nombre',
  'contradicting-cell': 'cette case du tableau figurait déjà, avec un autre nombre',
  'too-few-columns': 'la ligne a trop peu de colonnes',
  'too-many-columns': 'la ligne a trop de colonnes',
  'bad-quotes': 'quelque chose suit un guillemet fermant',
  'bad-encoding': 'des octets ne sont pas du texte dans le codage du fichier',
  'missing-request': 'la demande n’a pas d’identifiant',
  'overlapping-interval': 'chevauche un autre intervalle de la même demande',
  'interval-after-outcome': 'la demande était déjà close',
  'country-changes': 'la même demande porte auparavant un autre pays',
}

export const intake: typeof english = { refusals, reasons }
