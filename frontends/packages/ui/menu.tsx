import type { ReactNode } from "react";
import {
  Menu as AriaMenu,
  MenuSection as AriaMenuSection,
  Button,
  Header,
  MenuItem,
  MenuTrigger,
  Popover,
} from "react-aria-components";
import { Icon } from "./icon";

/** A button that opens a list of links and choices. */
export function Menu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <MenuTrigger>
      <Button className="button" data-kind="plain">
        <span className="menu-label">{label}</span>
        <Icon name="down" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <AriaMenu className="menu" aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export function MenuSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <AriaMenuSection>
      <Header>{title}</Header>
      {children}
    </AriaMenuSection>
  );
}

/** One of several, `chosen` or not. */
export function MenuChoice({
  chosen,
  label,
  act,
}: {
  chosen?: boolean;
  label: string;
  act: () => void;
}) {
  return (
    <MenuItem
      className="menu-item"
      textValue={label}
      onAction={act}
      {...(chosen === undefined ? {} : { "aria-current": chosen })}
    >
      <span>{label}</span>
      {chosen === true ? <Icon name="check" /> : null}
    </MenuItem>
  );
}

export function MenuLink({ label, href }: { label: string; href: string }) {
  return (
    <MenuItem className="menu-item" textValue={label} href={href}>
      {label}
    </MenuItem>
  );
}
