// Makes the chat's script element once the page has loaded, as a tag of a tag manager does.
const { home, business } = document.currentScript.dataset;

addEventListener('load', () => {
  const chat = document.createElement('script');
  chat.async = true;
  chat.src = `${home}/embed/chat.js`;
  chat.dataset.orgId = business;
  chat.dataset.accent = '#7a4fb5';
  chat.dataset.greetingDelay = '2';
  document.head.append(chat);
});
