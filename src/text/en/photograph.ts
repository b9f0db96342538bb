/** The photograph among the particulars of a person: the question on its page, and why one is not taken. */
export const photograph = {
  heading: 'The photograph', none: 'No new photograph. The one that is recorded, if there is one, stays.',
  hint: 'JPEG or PNG, at most five megabytes and 40 million pixels. It is read to the last byte: one that holds more than it shows, as camera data or a comment, is not taken. Clean it first.',
  kept: 'Only its SHA-256 is recorded, by which a request names it. The picture itself is not kept here: keep this very file, because it is this one that goes along when a request is sent.',
  label: 'Photograph', add: 'Take this photograph', remove: 'Remove',
  one: 'One photograph is here already. Remove it first.', notPicture: 'This is no JPEG and no PNG. Save the photograph as one of them.', large: 'The photograph is larger than five megabytes. Save it at a lower resolution.', pixels: 'The photograph has more than 40 million pixels. Save it at a lower resolution.', missing: 'Choose a file first.',
  digest: (digest: string) => `SHA-256: ${digest}`,
}
