// The frame of every page: navigation, timer bar, live dot, theme, who you are, toasts, palette, help.
import type {ComponentChildren} from "preact";
import {Combobox} from "../components/combobox";
import {Icon, type IconName} from "../components/icon";
import {Patterns} from "../charts/stacked_bars";
import {DialogHost} from "./dialogs";
import {HelpHost, help_open} from "./help_open";
import {LiveDot} from "./live_dot";
import {palette_open, PaletteHost} from "./palette";
import {link, route} from "./router";
import {choose_me, me, of_noun, practice} from "./session";
import {next_theme, theme} from "./theme";
import {TimerBar} from "./timer_bar";
import {Toasts} from "./toasts";

export interface PageLink {
  page: string;
  name: string;
  icon: IconName;
  aside?: boolean;  // stands with the switches, not among the pages
}

const theme_icons = {system: "system", light: "sun", dark: "moon"} as const;

function Navigation({pages}: {pages: readonly PageLink[]}) {
  return (
    <nav class="nav" aria-label="Pages">
      {pages.filter(({aside}) => !aside).map(({page, name, icon}) => (
        <a key={page} href={link(page)} aria-current={route.value.page === page ? "page" : undefined}><Icon name={icon} /><span>{name}</span></a>
      ))}
      <button type="button" onClick={() => (palette_open.value = true)}><Icon name="search" /><span>Search</span><kbd class="wide-only">Ctrl K</kbd></button>
    </nav>
  );
}

const Brand = () => (
  <a class="brand" href={link("today")}>
    <svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="9" /><path d="M9 8.500h8.200a4 4 0 0 1 0 8H9M9 16.500h9.700a4 4 0 0 1 0 8H9" /><circle cx="9" cy="8.500" r="2.300" /><circle cx="9" cy="24.500" r="2.300" /></svg>
    <span class="brand-words"><b>Billtrail</b>{practice.value?.name && <small>{practice.value.name}</small>}</span>
  </a>
);

function Settings({pages}: {pages: readonly PageLink[]}) {
  const members = of_noun("member").map(({id, name, role}) => ({id, name, ...(role ? {note: role} : {})}));
  return (
    <div class="settings">
      {members.length > 0 && <Combobox label="I am" choices={members} chosen={me.value ?? null} choose={choose_me} />}
      <div class="settings-row">
        <LiveDot />
        {pages.filter(({aside}) => aside).map(({page, name, icon}) => (
          <a key={page} class="icon-button" href={link(page, "billing")} title={name} aria-label={name} aria-current={route.value.page === page ? "page" : undefined}><Icon name={icon} /></a>
        ))}
        <button type="button" class="icon-button" onClick={next_theme} title={`Theme: ${theme.value}`} aria-label={`Theme: ${theme.value}. Change`}><Icon name={theme_icons[theme.value]} /></button>
        <button type="button" class="icon-button" onClick={() => (help_open.value = true)} title="Help (?)" aria-label="Help"><Icon name="help" /></button>
      </div>
    </div>
  );
}

export function Shell({pages, children}: {pages: readonly PageLink[]; children: ComponentChildren}) {
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); document.getElementById("main")?.focus(); }}>Skip to the page</a>
      <Patterns />
      <div class="frame">
        <header class="side"><Brand /><Navigation pages={pages} /><Settings pages={pages} /></header>
        <div class="column">
          <TimerBar />
          <main id="main" tabIndex={-1}>{children}</main>
        </div>
      </div>
      <DialogHost />
      <Toasts />
      <PaletteHost />
      <HelpHost />
    </>
  );
}
