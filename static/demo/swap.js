// Replaces the whole body, as Turbo and Astro do on navigation, and runs its scripts again.
let visits = 1;

document.addEventListener('click', (event) => {
  if (!event.target.closest('[data-swap]')) return;
  event.preventDefault();
  visits += 1;
  const body = document.body.cloneNode(true);
  body.querySelector('h1').textContent = `Page ${visits}`;
  for (const old of body.querySelectorAll('script')) {
    const script = document.createElement('script');
    for (const { name, value } of old.attributes) script.setAttribute(name, value);
    old.replaceWith(script);
  }
  document.body.replaceWith(body);
});
