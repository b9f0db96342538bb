/**
 * Codes that ISO 3166-3 lists as withdrawn: alpha-3, alpha-2, numeric (empty where it gives none), names,
 * first and last year, and the code that the same state bears today (empty where the state itself is gone).
 */
export type WithdrawnRow = readonly [
  alpha3: string, alpha2: string, numeric: string, english: string, french: string, from: number, until: number, renamedTo: string,
]

/**
 * A state that was dissolved, divided or merged stays itself: nobody may read a successor into YUG, SUN or CSK.
 * A state that only changed its name (Burma, Zaire) answers today under the new one, so its old code leads there.
 * Left out: ATF as it was until 1979, because the code was given again to the French Southern Territories.
 */
export const withdrawn: readonly WithdrawnRow[] = [
  ['AFI', 'AI', '262', 'French Afars and Issas', 'Territoire français des Afars et des Issas', 1974, 1977, 'DJI'],
  ['ANT', 'AN', '530', 'Netherlands Antilles', 'Antilles néerlandaises', 1974, 2010, ''],
  ['ATB', 'BQ', '', 'British Antarctic Territory', 'Territoire antarctique britannique', 1974, 1979, ''],
  ['ATN', 'NQ', '216', 'Dronning Maud Land', 'Terre de la Reine-Maud', 1974, 1983, ''],
  ['BUR', 'BU', '104', 'Burma', 'Birmanie', 1974, 1989, 'MMR'],
  ['BYS', 'BY', '112', 'Byelorussian SSR', 'RSS de Biélorussie', 1974, 1992, 'BLR'],
  ['CSK', 'CS', '200', 'Czechoslovakia', 'Tchécoslovaquie', 1974, 1993, ''],
  ['CTE', 'CT', '128', 'Canton and Enderbury Islands', 'Îles Canton et Enderbury', 1974, 1984, ''],
  ['DDR', 'DD', '278', 'German Democratic Republic', 'République démocratique allemande', 1974, 1990, ''],
  ['DHY', 'DY', '204', 'Dahomey', 'Dahomey', 1974, 1977, 'BEN'],
  ['FXX', 'FX', '249', 'Metropolitan France', 'France métropolitaine', 1993, 1997, 'FRA'],
  ['GEL', 'GE', '296', 'Gilbert and Ellice Islands', 'Îles Gilbert et Ellice', 1974, 1979, ''],
  ['HVO', 'HV', '854', 'Upper Volta', 'Haute-Volta', 1974, 1984, 'BFA'],
  ['JTN', 'JT', '396', 'Johnston Island', 'Île Johnston', 1974, 1986, ''],
  ['MID', 'MI', '488', 'Midway Islands', 'Îles Midway', 1974, 1986, ''],
  ['NHB', 'NH', '548', 'New Hebrides', 'Nouvelles-Hébrides', 1974, 1980, 'VUT'],
  ['NTZ', 'NT', '536', 'Neutral Zone', 'Zone neutre', 1974, 1993, ''],
  ['PCI', 'PC', '582', 'Trust Territory of the Pacific Islands', 'Îles du Pacifique (territoire sous tutelle)', 1974, 1986, ''],
  ['PCZ', 'PZ', '', 'Panama Canal Zone', 'Zone du canal de Panama', 1974, 1980, ''],
  ['PUS', 'PU', '849', 'U.S. Miscellaneous Pacific Islands', 'Îles diverses du Pacifique (États-Unis)', 1974, 1986, ''],
  ['RHO', 'RH', '716', 'Southern Rhodesia', 'Rhodésie du Sud', 1974, 1980, 'ZWE'],
  ['SCG', 'CS', '891', 'Serbia and Montenegro', 'Serbie-et-Monténégro', 2003, 2006, ''],
  ['SKM', 'SK', '', 'Sikkim', 'Sikkim', 1974, 1975, ''],
  ['SUN', 'SU', '810', 'Soviet Union', 'Union soviétique', 1974, 1992, ''],
  ['TMP', 'TP', '626', 'East Timor', 'Timor oriental', 1974, 2002, 'TLS'],
  ['VDR', 'VD', '', 'Democratic Republic of Viet Nam', 'République démocratique du Viêt Nam', 1974, 1977, ''],
  ['WAK', 'WK', '872', 'Wake Island', 'Île Wake', 1974, 1986, ''],
  ['YMD', 'YD', '720', 'Democratic Yemen', 'Yémen démocratique', 1974, 1990, ''],
  ['YUG', 'YU', '891', 'Yugoslavia', 'Yougoslavie', 1974, 2003, ''],
  ['ZAR', 'ZR', '180', 'Zaire', 'Zaïre', 1974, 1997, 'COD'],
]
