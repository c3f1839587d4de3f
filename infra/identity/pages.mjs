// The three pages that a person sees: sign in, sign out, and something is wrong. Plain HTML, no script needed.

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => String(text).replace(/[&<>"']/g, (letter) => escapes[letter]);

function page(title, body) {
  return `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 26rem; margin: 3rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff }
label, select, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit }
label { margin-top: 1rem; font-weight: 600 }
select, input { padding: .5rem; border: 1px solid #595959; border-radius: .25rem }
button { margin-top: 1.5rem; padding: .75rem; border: 0; border-radius: .25rem; color: #fff; background: #8c1616; cursor: pointer }
:focus-visible { outline: 3px solid #1a4fa0; outline-offset: 2px }
[role=alert] { padding: .75rem; border-left: .25rem solid #8c1616; background: #fbeaea }
</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${body}
</main>
</body>
</html>`;
}

export function signInPage(action, accounts, { login = '', wrong = '' } = {}) {
  const options = [...accounts].map(([name, { name: person }]) => {
    const selected = name === login ? ' selected' : '';
    return `<option value="${escape(name)}"${selected}>${escape(name)} – ${escape(person)}</option>`;
  });
  return page('Đăng nhập Công Tâm (bản trình diễn)', `
${wrong && `<p role="alert">${escape(wrong)}</p>`}
<form method="post" action="${escape(action)}" autocomplete="off">
<label for="login">Tài khoản</label>
<select id="login" name="login" required>${options.join('\n')}</select>
<label for="password">Mật khẩu</label>
<input id="password" name="password" type="password" required autofocus>
<button type="submit">Đăng nhập</button>
</form>`);
}

// `form` is the provider's own; a sign-out that carries the portal's proof of sign-in needs no second click.
export function signOutPage(form, proven) {
  const submit = proven ? '<script>document.getElementById("op.logoutForm").submit()</script>' : '';
  return page('Đăng xuất', `
${form}
<input type="hidden" name="logout" value="yes" form="op.logoutForm">
<p>Kết thúc phiên đăng nhập trên máy này?</p>
<button type="submit" form="op.logoutForm" autofocus>Đăng xuất</button>
${submit}`);
}

export function signedOutPage() {
  return page('Đã đăng xuất', '<p>Phiên đăng nhập đã kết thúc.</p>');
}

export function errorPage(fault) {
  const lines = Object.entries(fault).map(([key, value]) => `<dt>${escape(key)}</dt><dd>${escape(value)}</dd>`);
  return page('Không thực hiện được', `<dl>${lines.join('\n')}</dl>`);
}
