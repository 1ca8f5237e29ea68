/** Our own look-alike styles: headers, right-hand actions and boxes stand where the products put theirs. */

const base = `
* { box-sizing: border-box }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; min-height: 100vh }
table { width: 100%; border-collapse: collapse }
th { text-align: left; font-weight: normal; opacity: .7 }
th, td { padding: 14px 16px; border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent) }
td:last-child, th:last-child { width: 190px } td:nth-child(2), th:nth-child(2) { width: 110px; text-align: right }
a { color: inherit; text-decoration: none }
fieldset { border: 0; margin: 0; padding: 0 }
h2 { padding: 0 16px } .guest h2 { padding: 0; margin: 0 0 8px }
.icon { width: 22px; height: 18px; border-radius: 2px; display: inline-block; vertical-align: -3px; margin-right: 12px; background: #8888 }
.icon.dir { background: #0082c9 }
footer { text-align: center; padding: 48px 16px 24px; opacity: .7 }
.wrapper { min-height: 100vh; display: flex; align-items: center; justify-content: center }
.guest { text-align: center; max-width: 420px }
.guest-box { padding: 16px; border-radius: 12px; text-align: left; margin-top: 24px }
.guest-logo { font-size: 40px; font-weight: 600 }
form p { margin: 8px 0 } label { display: block }
input[type=text], input[type=password], input[type=email] { width: 100%; padding: 10px; font: inherit; border-radius: 8px; border: 2px solid #888 }
.hidden { display: none }
`

export const nextcloudStyle = `${base}
:root { color-scheme: light dark; --main: #fff; --text: #222; --primary: #00679e; --box: #ffffffd0 }
@media (prefers-color-scheme: dark) { :root { --main: #171717; --text: #ebebeb; --box: #171717d0 } }
body { background: var(--main); color: var(--text) }
#header { position: fixed; inset: 0 0 auto 0; height: 50px; display: flex; justify-content: space-between; align-items: center; padding: 0 12px;
  background: linear-gradient(40deg, #0082c9 0%, #30b6ff 100%); color: #fff; z-index: 2000 }
.header-start, .header-end { display: flex; align-items: center; gap: 12px }
.header-title, h1.header-appname { font-weight: 600; font-size: 16px; margin: 0 } .header-shared-by { font-size: 13px; opacity: .85 }
.logo { width: 62px; height: 34px; border: 5px solid #fff; border-radius: 17px }
.button { display: inline-block; padding: 7px 16px; border-radius: 16px; border: 1px solid #fff; background: var(--primary); color: #fff; font: 600 13px system-ui; text-decoration: none; cursor: pointer }
.menu { background: none; border: 0; color: #fff; font-size: 20px; width: 34px; height: 34px; cursor: pointer }
#public-page-menu { display: flex; align-items: center; gap: 8px; position: relative }
.popover { position: absolute; right: 0; top: 42px; background: var(--main); color: var(--text); border-radius: 8px; padding: 8px; box-shadow: 0 2px 12px #0006; min-width: 230px }
.popover button, .popover a { display: block; width: 100%; padding: 8px; text-align: left; background: none; border: 0; font: inherit; color: inherit; cursor: pointer }
#content { padding-top: 58px }
#body-login { background: linear-gradient(160deg, #00679e, #1cafff 60%, #00679e); color: #fff }
#body-login .guest-box { background: var(--box); color: var(--text) }
dialog { border: 0; border-radius: 12px; padding: 24px; background: var(--main); color: var(--text) }
`

export const owncloudStyle = `${base}
body { background: #fff; color: #1b223d; font-family: "Open Sans", system-ui, sans-serif; font-size: 13px }
#header { position: fixed; inset: 0 0 auto 0; height: 45px; background: #041e42; color: #fff; display: flex; align-items: center; justify-content: center; z-index: 2000 }
#owncloud, #owncloud-public { color: #fff; font-size: 20px; text-decoration: none }
.header-right { position: absolute; right: 8px; top: 9px; display: flex; gap: 11px }
.button, #save > a { display: inline-block; padding: 4px 5px; background: #dfe3e8; color: #555; border-radius: 3px; font-weight: 600; text-decoration: none; border: 1px solid #ccc; cursor: pointer }
#content { padding-top: 53px }
#body-login { background: #1d2d44; color: #fff } #body-login .guest-box { text-align: center }
.warning { padding: 8px; background: #ce3702; border-radius: 3px } .error { list-style: none; padding: 12px; background: #ce3702 }
`
