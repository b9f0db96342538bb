/** Found anywhere, inside longer words too. Without accents; letters only. */
export const claimStems: readonly string[] = [
  'asylum', 'asylee', 'refugee', 'refugié', 'refoulement', 'persecut', 'persécut', 'stateless', 'apatrid', 'withholding', 'unhcr', 'torture', 'trafficking',
  'demandeurdasile', 'droitdasile', 'dasile', 'credible fear', 'reasonable fear', 'nonrefoul',
]

/** Found as whole words. Spaces stand for anything between words. */
export const claimPhrases: readonly string[] = [
  // What is asked for
  'asile', 'asiles', 'protected person', 'personne protégée', 'personne à protéger', 'protection claim', 'claim for protection', 'claimant for protection', 'demande de protection',
  'pre-removal risk', 'risk assessment', 'examen des risques', 'risques avant renvoi', 'temporary protected status', 'statut de protection temporaire', 'deferred enforced departure',
  'départ forcé différé', 'convention against torture', 'convention contre la torture', 'geneva convention', 'convention de genève', '1951 convention', 'convention de 1951',
  'convention travel document', 'fear of return', 'crainte de retour', 'crainte fondée', 'crainte crédible', 'crainte raisonnable', 'well-founded fear', 'fear interview',
  'basis of claim', 'fondement de la demande', 'personal information form', 'stay of removal', 'sursis', 'deferral of removal', 'report du renvoi', 'humanitarian and compassionate',
  'motifs humanitaires', "motifs d'ordre humanitaire", 'special immigrant juvenile', 'violence against women act', 'battered spouse', 'crime victim', "victime d'acte criminel",
  'victime de la traite', 'traite des personnes', 't visa', 'u visa', 'visa t', 'visa u', 't nonimmigrant', 'u nonimmigrant', 'detained for asylum',
  // Who decides on it
  'immigration and refugee board', "commission de l'immigration et du statut", 'statut de réfugié', 'high commissioner for', 'haut commissariat', 'haut-commissariat',
]

/** Initials and form numbers, found as whole words. */
export const claimSigns: readonly string[] = [
  'PRRA', 'ERAR', 'VAWA', 'TPS', 'DED', 'CAT', 'HCR', 'UNRWA', 'IRB', 'CISR', 'RPD', 'SPR', 'RAD', 'RAIO', 'CFI', 'RFI', 'SIJ', 'SIJS', 'BOC', 'PIF', 'FDA', 'NACARA',
  'XXA', 'XXB', 'XXC', 'I-589', 'I-590', 'I-730', 'I-821', 'I-860', 'I-863', 'I-867', 'I-867A', 'I-867B', 'I-870', 'I-881', 'I-899', 'I-914', 'I-918', 'I-360', 'I-571', 'I-131', 'IMM 5508', 'IMM 5523',
  'IMM 5669', 'IMM 0008', 'IMM 1442', 'IMM 5283', 'IMM 5202',
]
