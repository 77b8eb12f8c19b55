/** Text that tries everything: markup, direction marks, no place to break, emoji, controls. */
export const hostileTitle =
  '<img src=x onerror=alert(1)><script>alert(2)</script> \u202eright to left\u202c ' +
  `${'W'.repeat(160)} 👩‍👩‍👧‍👦 e\u0301 {{7*7}} ' " & %00`;

/** The same for a name, which is shorter. */
export const hostileName = `<i onclick=alert(3)>Cy</i> \u202etfel\u202c ${'M'.repeat(90)} 👩‍👩‍👧‍👦 ' "`;
