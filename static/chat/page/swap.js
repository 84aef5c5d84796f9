// What makes way for something else, and comes back: by a button of that, or by the way back of the phone.

// draw(back) -> what stands in the element meanwhile; enter: of WayBack.
export function swapIn(element, enter, draw) {
  const before = [...element.childNodes];
  const pressed = document.activeElement;
  const undo = () => {
    element.replaceChildren(...before);
    (element.contains(pressed) ? pressed : element.querySelector('h2'))?.focus();
  };
  const leave = enter(undo);
  element.replaceChildren(draw(() => {
    leave();
    undo();
  }));
  element.querySelector('h2').focus();
}
