// Passkeys: the browser answers a form's options, and the form sends the answer like any other.

const bytesOf = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const textOf = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const withBytes = (options) => ({
  ...options,
  challenge: bytesOf(options.challenge),
  ...(options.user && { user: { ...options.user, id: bytesOf(options.user.id) } }),
  ...(options.excludeCredentials && { excludeCredentials: options.excludeCredentials.map(keyOf) }),
  ...(options.allowCredentials && { allowCredentials: options.allowCredentials.map(keyOf) }),
});
const keyOf = (one) => ({ ...one, id: bytesOf(one.id) });

const asText = (credential) => {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = textOf(credential.response[name]);
  }
  const { id, type } = credential;
  return JSON.stringify({ id, type, rawId: textOf(credential.rawId), response, clientExtensionResults: {} });
};

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const button = form.querySelector("button");
  const problem = form.querySelector("[role=alert]");
  button.disabled = !window.PublicKeyCredential;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.hidden = true;
    try {
      const publicKey = withBytes(JSON.parse(form.dataset.options));
      const credential = await navigator.credentials[form.dataset.passkey]({ publicKey });
      form.elements.credential.value = asText(credential);
      form.submit();
    } catch {
      problem.textContent = "The browser made no passkey. Please try again, or use a code.";
      problem.hidden = false;
    }
  });
}
