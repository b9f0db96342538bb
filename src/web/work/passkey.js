// Asks the browser for a passkey, or to make one, and sends the answer with the form. Nothing else runs on these pages.
const form = document.querySelector('form[data-question]')
const button = form.querySelector('button')
const status = form.querySelector('[role=status]')
const question = JSON.parse(form.dataset.question)
const making = form.dataset.kind === 'make'

if ('credentials' in navigator && 'PublicKeyCredential' in window) {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void ask()
  })
  button.disabled = false
  // Making one waits for its name; and a browser that wants a gesture first gets it from the button.
  if (!making) void ask()
} else {
  status.textContent = form.dataset.unknown
}

async function ask() {
  status.textContent = ''
  button.disabled = true
  try {
    const credential = making ? await navigator.credentials.create({ publicKey: creation(question) }) : await navigator.credentials.get({ publicKey: request(question) })
    form.elements.answer.value = JSON.stringify(answerOf(credential))
    form.submit()
  } catch {
    // The person turned away, or took too long: browsers do not tell us which.
    status.textContent = form.dataset.failed
    button.disabled = false
  }
}

function request({ challenge, allowCredentials = [], ...rest }) {
  return { ...rest, challenge: bytes(challenge), allowCredentials: allowCredentials.map(described) }
}

function creation({ challenge, user, excludeCredentials = [], ...rest }) {
  return { ...rest, challenge: bytes(challenge), user: { ...user, id: bytes(user.id) }, excludeCredentials: excludeCredentials.map(described) }
}

function described({ id, ...rest }) {
  return { ...rest, id: bytes(id) }
}

// Web Authentication level 3, 5.1: what toJSON gives, where a browser has not learned it yet.
function answerOf({ id, rawId, type, response, authenticatorAttachment }) {
  const answer = { clientDataJSON: text(response.clientDataJSON) }
  if (making) Object.assign(answer, { attestationObject: text(response.attestationObject), transports: response.getTransports?.() ?? [] })
  else Object.assign(answer, { authenticatorData: text(response.authenticatorData), signature: text(response.signature), ...(response.userHandle ? { userHandle: text(response.userHandle) } : {}) })
  return { id, rawId: text(rawId), type, response: answer, authenticatorAttachment, clientExtensionResults: {} }
}

function bytes(base64url) {
  return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.codePointAt(0))
}

function text(buffer) {
  return btoa(String.fromCodePoint(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
