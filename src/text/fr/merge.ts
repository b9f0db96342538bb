import type { merge as english } from '../en/merge.ts'

export const merge: typeof english = {
  shown: {
    titles: { merge: 'Deux dossiers d’une même personne, à réunir', unmerge: 'Deux dossiers qui ont été réunis, à séparer de nouveau' },
    stays: ({ caseId, version }) => `Le dossier qui demeure\u00a0: ${caseId}, version ${version}`,
    duplicate: { merge: ({ caseId, version }) => `Le double, où l’on ne travaillera plus\u00a0: ${caseId}, version ${version}`, unmerge: ({ caseId, version }) => `Le double, où l’on travaillera de nouveau\u00a0: ${caseId}, version ${version}` },
    records: 'Ce que chaque dossier dit de la personne',
    inBoth: ({ name, value }) => `${name}, dans les deux\u00a0: ${value}`,
    inStays: ({ name, value }) => `${name}, dans le dossier qui demeure\u00a0: ${value}`,
    inDuplicate: ({ name, value }) => `${name}, dans le double\u00a0: ${value}`,
    notSaid: 'non consigné',
    document: ({ type, number, country, copy }) => `${type} ${number}, ${country}, ${copy}`,
    claim: ({ country, basis }) => `${country}, d’après ${basis}`,
    passes: { merge: 'Ce que reprend le dossier qui demeure', unmerge: 'Ce que rend le dossier qui demeure' },
    remains: {
      merge: 'Tout le reste demeure dans le double et ne compte plus\u00a0: ses renseignements d’identité, ses mesures, ses destinations, ses demandes, ses documents, ses voyages, ses avis et ses conseils.',
      unmerge: 'Tout le reste demeure où il est. Le double compte de nouveau tel qu’il était auparavant.',
    },
    nothing: 'Rien.',
    fact: ({ id, fact, value, on, to, source, corrects }) => `Fait ${id}\u00a0: ${fact}, ${value}, ${on}${to === undefined ? '' : `, pour ${to}`}${corrects === undefined ? '' : `, corrige ${corrects}`}, source\u00a0: ${source}`,
    nationality: ({ country, basis, on, source }) => `Nationalité\u00a0: ${country}, d’après ${basis}, ${on}, source\u00a0: ${source}`,
    risk: ({ state, finding, on, by, reasons }) => `Conclusion sur le risque\u00a0: ${state}, ${finding}, ${on}, par ${by}, motifs\u00a0: ${reasons}`,
    opensStays: 'Ce que le dossier qui demeure cesse de retenir',
    opensDuplicate: 'Ce que le dossier qui demeure retient aujourd’hui et que le double, où l’on travaillerait de nouveau, ne retiendrait pas',
  },
  sexes: { female: 'féminin', male: 'masculin', unspecified: 'non précisé' },

  link: 'Un autre dossier de cette personne',
  commands: { merge: 'Réunir deux dossiers', unmerge: 'Séparer de nouveau deux dossiers' },

  start: {
    title: 'Quel est l’autre dossier de cette personne?',
    lead: 'Ne continuez que si vous avez la certitude que les deux dossiers portent sur une même personne. S’il s’agit de deux personnes, la protection de l’une se trouverait dans le dossier de l’autre.',
    other: 'Numéro de l’autre dossier',
    hint: 'Par exemple 123e4567-e89b-42d3-a456-426614174000. Les deux dossiers doivent vous être confiés\u00a0: si l’autre est entre les mains d’une ou d’un collègue, demandez qu’il vous soit remis.',
    next: 'Continuer', back: 'Retour à ce qui peut être consigné',
    problem: 'L’autre dossier n’a pas été retenu',
    faults: {
      empty: 'Écrivez le numéro de l’autre dossier.', 'bad-id': 'Ce n’est pas le numéro d’un dossier. Un numéro compte 32 chiffres et lettres en cinq groupes.', same: 'C’est le numéro du dossier lui-même. Écrivez celui de l’autre.',
      'not-reached': 'Aucun dossier de ce numéro ne vous est confié. Vérifiez le numéro, ou demandez que le dossier vous soit remis.', full: 'Vous avez cent formulaires inachevés. Achevez-en ou supprimez-en d’abord.',
    },
    broughtIn: 'Réunis à ce dossier', broughtInText: 'Ce qui y était consigné des faits, des nationalités et du risque compte ici.',
    into: (caseId) => `Ce dossier a été réuni à un autre, ${caseId}. Le travail se poursuit là.`,
    part: 'Les séparer de nouveau', partNamed: (caseId) => `Les séparer de nouveau\u00a0: ${caseId}`,
  },

  compare: {
    title: 'Les deux dossiers portent-ils sur une même personne, et lequel demeure?',
    lead: 'Lisez les deux. Ce qui diffère est signalé.',
    caption: 'Les deux dossiers côte à côte', columns: { what: 'Élément', one: 'Ce dossier', other: 'L’autre dossier' }, differs: 'Diffère',
    rows: { number: 'Numéro du dossier', opened: 'Ouverture', orders: 'Mesures', requests: 'Demandes', documents: 'Titres de voyage', journeys: 'Voyages', counsel: 'Conseils', facts: 'Faits que vous pouvez lire ici', version: 'Version' },
    none: 'Néant', ended: 'terminée',
    legend: 'Quel dossier demeure?', hint: 'Il reprend ce que l’autre consigne des faits, des nationalités et du risque. On ne travaille plus dans l’autre, qui dit où se trouve désormais la personne.',
    option: ({ name, caseId, openedOn }) => `${name}, ouvert le ${openedOn} (${caseId})`,
    choose: 'Choisissez le dossier qui demeure.', problem: 'Une réponse est à revoir', next: 'Continuer', discard: 'Supprimer ces réponses',
  },

  why: {
    titles: { merge: 'Comment sait-on qu’il s’agit d’une même personne?', unmerge: 'Pourquoi sont-ils séparés de nouveau?' },
    on: 'Depuis quand le sait-on?', reason: 'Motif', hints: { merge: 'Ce qui le montre, et où on peut le vérifier.', unmerge: 'Ce qui montre qu’il s’agit de deux personnes, ou quelle était l’erreur.' },
    next: 'Continuer', back: 'Retour',
  },

  check: {
    titles: { merge: 'Vérifiez avant de les réunir', unmerge: 'Vérifiez avant de les séparer' }, lead: 'Rien n’a encore eu lieu.',
    stays: 'Le dossier qui demeure', duplicate: 'Le double', on: 'Su depuis', reason: 'Motif', change: 'Modifier', changes: (what) => `Modifier\u00a0: ${what}`,
    passes: { merge: 'Ce que reprend le dossier qui demeure', unmerge: 'Ce que rend le dossier qui demeure' }, passesNone: 'Aucun fait, aucune nationalité, aucune conclusion.',
    hidden: 'Les faits et conclusions protégés passent aussi de l’un à l’autre. Ils figurent ici dès qu’une finalité est indiquée à la page de chaque dossier.',
    remains: { merge: 'Tout le reste demeure dans le double et ne compte plus.', unmerge: 'Le double compte de nouveau tel qu’il était auparavant.' },
    gates: 'Ce que disent les verrous, avant et après', gatesLead: 'Interrogés aujourd’hui, pour chaque État dont parle l’un des dossiers. Réunir ou séparer des dossiers n’ouvre par soi-même aucun verrou.',
    nowhere: 'Aucun État n’est encore en cause\u00a0: aucun des deux dossiers n’en nomme un.', over: 'Rien ne s’y décide',
    columns: { step: 'Étape', staysNow: 'Dossier qui demeure, maintenant', duplicateNow: 'Double, maintenant', staysAfter: 'Dossier qui demeure, ensuite', duplicateAfter: 'Double, ensuite' },
    takesTwo: 'Cela cesse de retenir quelque chose qui retient une étape aujourd’hui ou un jour à venir. Une fois remise, la demande devient une proposition\u00a0: elle a effet quand une seconde personne a lu les deux dossiers et donné son accord. D’ici là, ne modifiez aucun des deux dossiers.',
    endsWaiting: (count) => (count === 1 ? 'Une proposition sur ces dossiers attend une seconde personne. Ceci y met fin, car elle porte sur un dossier dans son état actuel.' : `${count} propositions sur ces dossiers attendent une seconde personne. Ceci y met fin, car elles portent sur un dossier dans son état actuel.`),
    wouldRefuse: 'En l’état, cela sera refusé\u00a0:', about: { stays: 'Dans le dossier qui demeure\u00a0:', duplicate: 'Dans le double\u00a0:' },
    problem: 'Les dossiers sont restés tels quels', notReached: 'L’un des deux dossiers ne vous est plus confié.', changed: 'L’un des deux dossiers a changé depuis que vous les avez lus. Relisez-les.',
    goOn: 'Continuer', discard: 'Supprimer ces réponses',
  },

  sure: {
    merge: { heading: 'Vous êtes sur le point de réunir deux dossiers', propose: 'Vous êtes sur le point de proposer que deux dossiers soient réunis', text: 'Ce qui est consigné de la protection d’une personne comptera aussi pour l’autre dossier. On ne travaillera plus dans le double. On peut revenir en arrière en donnant un motif, et les deux restent consignés.', button: 'Les réunir', proposeButton: 'Proposer à une seconde personne' },
    unmerge: { heading: 'Vous êtes sur le point de séparer deux dossiers', propose: 'Vous êtes sur le point de proposer que deux dossiers soient séparés', text: 'Le dossier qui demeure rend ce qu’il avait repris, et ne retient plus ce que cela seul retenait. On travaille de nouveau dans le double.', button: 'Les séparer', proposeButton: 'Proposer à une seconde personne' },
    back: 'Non, revenir à ce que j’ai écrit',
  },

  done: {
    titles: { merge: 'Dossiers réunis', unmerge: 'Dossiers séparés', proposed: 'Proposition faite' },
    texts: { merge: 'Les deux dossiers n’en font plus qu’un. Consultez celui qui demeure\u00a0: ce qui était ouvert peut être retenu maintenant.', unmerge: 'Les deux dossiers sont de nouveau distincts. Consultez les deux\u00a0: ce qui était retenu peut être ouvert maintenant.', proposed: 'Cela attend une seconde personne. Rien n’a encore eu lieu.' },
    toStays: 'Au dossier qui demeure', toDuplicate: 'Au double', proposal: 'Voir la proposition',
  },

  toOther: 'À l’autre dossier',
}
