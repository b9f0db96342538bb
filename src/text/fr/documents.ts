import type { documents as english } from '../en/documents.ts'

const fields: typeof english.fields = {
  'document-code': 'code du document', 'issuing-state': 'État de délivrance', nationality: 'nationalité', name: 'nom', 'document-number': 'numéro du document',
  'optional-data': 'données facultatives', 'more-optional-data': 'second champ de données facultatives', 'date-of-birth': 'date de naissance', 'date-of-expiry': 'date d’expiration',
}

const expected: typeof english.fields = {
  'document-code': 'Écrivez un ou deux caractères que ce format prévoit pour ses documents.',
  'issuing-state': 'Écrivez un code de trois lettres en usage aujourd’hui.',
  nationality: 'Écrivez un code de trois lettres en usage aujourd’hui.',
  name: 'Écrivez le nom en lettres de A à Z, avec au moins un nom de famille.',
  'document-number': 'Écrivez des lettres de A à Z et des chiffres; commencez et finissez par l’un d’eux.',
  'optional-data': 'Écrivez des lettres de A à Z et des chiffres, et finissez par l’un d’eux.',
  'more-optional-data': 'Écrivez des lettres de A à Z et des chiffres, et finissez par l’un d’eux.',
  'date-of-birth': 'Écrivez un jour du calendrier, ou l’année, le mois et le jour en deux chiffres chacun, sans ce qui est inconnu.',
  'date-of-expiry': 'Écrivez un jour du calendrier, sous la forme année-mois-jour.',
}

const theFields: typeof english.fields = {
  'document-code': 'le code du document', 'issuing-state': 'l’État de délivrance', nationality: 'la nationalité', name: 'le nom', 'document-number': 'le numéro du document',
  'optional-data': 'les données facultatives', 'more-optional-data': 'le second champ de données facultatives', 'date-of-birth': 'la date de naissance', 'date-of-expiry': 'la date d’expiration',
}

const parts = { 'issuing-state': 'État de délivrance', signer: 'signataire', certificate: 'numéro du certificat', 'issued-on': 'date de délivrance', 'signed-on': 'date de la signature' }

const write: typeof english.write = {
  'cannot-be-written': ({ field }) => `La zone ne peut contenir ce qui est donné pour ${theFields[field]}. ${expected[field]}`,
  'too-long': ({ field, longest }) => (longest === 0 ? `Ce format n’a pas de place pour ${theFields[field]}. Laissez ce champ vide ou choisissez un autre format.` : `Trop de caractères pour ${theFields[field]}\u00a0: il y a place pour ${longest}. Abrégez, ou choisissez un autre format.`),
  'name-cannot-be-cut': () => 'Le nom compte trop d’éléments pour être abrégé selon les règles de la norme. Choisissez un format dont la ligne est plus longue.',
  'could-be-read-otherwise': () => 'Un lecteur pourrait prendre les données facultatives pour la fin du numéro du document. Changez ces données ou retirez-les.',
  'specimen-only': () => 'Le code PU du titre de voyage sur feuille unique ne s’écrit que sur des spécimens, avec l’Utopie comme État et SPECIMEN comme nom.',
}

const name: typeof english.name = {
  'digit-in-name': ({ character, text }) => `«\u00a0${text}\u00a0» contient le chiffre «\u00a0${character}\u00a0». Dans une zone, un nom n’a que des lettres\u00a0: écrivez le chiffre comme il se dit, ou retirez-le.`,
  'letter-not-in-table': ({ character, text }) => `Pour «\u00a0${character}\u00a0» dans «\u00a0${text}\u00a0», la norme ne prévoit aucune graphie de A à Z. Écrivez le nom de A à Z comme le document de la personne le fait.`,
  'language-needed': ({ character, text }) => `«\u00a0${character}\u00a0» dans «\u00a0${text}\u00a0» s’écrit autrement d’une langue à l’autre. Indiquez la langue du nom.`,
  'doubling-unclear': ({ text }) => `Dans «\u00a0${text}\u00a0», une lettre est doublée que la norme écrit de deux façons. Écrivez le nom de A à Z comme le document de la personne le fait.`,
  'nothing-left': ({ text }) => (text.trim() === '' ? 'Il n’y a pas de nom. Écrivez au moins un nom de famille.' : `De «\u00a0${text}\u00a0», il ne reste aucune lettre. Écrivez le nom avec au moins une lettre.`),
}

/** Ce que refusent la zone, les noms, le cachet et la page d’un titre de voyage, et quoi faire; ce que montre une zone lue. */
export const documents: typeof english = {
  fields, write, name,
  zone: {
    'foreign-character': ({ line, position, character }) => `Ligne ${line}, position ${position}\u00a0: «\u00a0${character}\u00a0» ne peut figurer dans une zone de lecture automatique. Seuls les lettres de A à Z, les chiffres et < le peuvent; regardez de nouveau le document.`,
    'no-such-format': ({ lengths }) => `Aucun format n’a de lignes de ces longueurs\u00a0: ${lengths.length === 0 ? 'aucune' : lengths.join(', ')}. Écrivez trois lignes de 30 caractères, deux de 36 ou deux de 44, caractères de remplissage (<) compris.`,
    'unknown-document-code': ({ text, lines, length }) => `Aucun document de ${lines} lignes de ${length} caractères ne commence par «\u00a0${text}\u00a0». Regardez de nouveau les deux premiers caractères.`,
  },
  faults: {
    'digit-in-name': ({ line, position }) => `Ligne ${line}, position ${position}\u00a0: un chiffre figure dans le nom. Il a sans doute été mal lu.`,
    'odd-separators': ({ line, position }) => `Ligne ${line}, position ${position}\u00a0: les caractères de remplissage ne séparent pas le nom comme le fait la norme. On ne sait avec certitude quelle partie est le nom de famille.`,
    'no-name': ({ line }) => `Ligne ${line}\u00a0: il n’y a pas de nom.`,
    'no-day': ({ line, position, text }) => `Ligne ${line}, position ${position}\u00a0: «\u00a0${text}\u00a0» n’est pas un jour du calendrier.`,
    'no-sex': ({ line, position, text }) => `Ligne ${line}, position ${position}\u00a0: «\u00a0${text}\u00a0» ne peut indiquer le sexe. La norme prévoit F, M et <.`,
    'unknown-code': ({ line, position, text }) => `Ligne ${line}, position ${position}\u00a0: «\u00a0${text}\u00a0» n’est le code d’aucun État, d’aucune organisation ni d’aucun statut que Comity connaisse.`,
    'letter-for-digit': ({ line, position, text }) => `Ligne ${line}, position ${position}\u00a0: «\u00a0${text}\u00a0» figure là où il faut un chiffre de contrôle. Ce caractère a sans doute été mal lu.`,
    'filler-before-data': ({ line, position }) => `Ligne ${line}, position ${position}\u00a0: le numéro du document commence par un caractère de remplissage (<).`,
  },
  verdicts: {
    verified: 'Le chiffre de contrôle concorde.',
    refuted: 'Le chiffre de contrôle ne concorde pas\u00a0: ce champ, ou son chiffre, a été mal lu, mal imprimé ou modifié.',
    'not-printed': 'Ce champ n’a pas de chiffre de contrôle ici.',
    ambiguous: 'Le numéro peut se lire de plus d’une façon, et le chiffre de contrôle ne tranche pas.',
  },
  seal: {
    'no-seal': () => 'Ce n’est pas un cachet numérique visible. Vérifiez que le bon code-barres a été lu.',
    'unknown-version': ({ byte }) => `Ce cachet est d’une version que Comity ne lit pas (octet ${byte}). Il lit les versions 3 et 4.`,
    'bad-header': ({ part }) => `L’en-tête du cachet est endommagé ou n’a pas été écrit selon la norme\u00a0: ${parts[part]}.`,
    'cut-short': () => 'Le cachet est incomplet. Lisez de nouveau le code-barres en entier.',
    'bad-length': ({ at }) => `À l’octet ${at}, le cachet donne une longueur impossible. Lisez de nouveau le code-barres; si rien ne change, le cachet n’a pas été écrit selon la norme.`,
    'tag-twice': ({ tag }) => `Le cachet contient deux fois l’élément ${tag}, si bien qu’on ne sait lequel vaut. Ne vous y fiez pas.`,
    'no-signature': () => 'Le cachet n’a pas de signature. Personne ne répond de ce qu’il contient.',
    'bytes-after-signature': ({ at }) => `Après la signature, à partir de l’octet ${at}, le cachet contient autre chose que personne n’a signé. Ne vous y fiez pas.`,
    'bad-zone': () => 'Le cachet d’un titre de voyage d’urgence doit répéter les deux lignes de la zone, et celui-ci ne le fait pas.',
  },
  signature: {
    'no-certificate': () => 'Ce n’est pas un certificat (X.509, en PEM ou en DER). Prenez celui du signataire.',
    'other-signer': ({ named, certificate }) => `Le cachet nomme un autre certificat (${named}) que celui-ci (${certificate}). Prenez celui qu’il nomme.`,
    'unknown-key': ({ curve }) => `La clé du certificat est d’un genre que les cachets n’emploient pas\u00a0: ${curve === '' ? 'non précisé' : curve}.`,
  },
  page: {
    ...write, ...name,
    'no-day': ({ text }) => `«\u00a0${text}\u00a0» n’est pas un jour du calendrier. Écrivez-le sous la forme année-mois-jour.`,
    'bad-signature': ({ length }) => `La clé a donné une signature de ${length} octets, qu’aucun cachet ne peut contenir. Employez une clé de 224 à 512 bits sur une courbe elliptique.`,
    'valid-before-issue': () => 'Le document prendrait fin avant sa délivrance. Donnez un dernier jour de validité plus tardif.',
  },
}
