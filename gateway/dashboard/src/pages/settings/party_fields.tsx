// The fields of a party on a document: a firm's name and address, and the numbers by which it is known.
import {Field} from "../../components/basics";
import {TextArea} from "../../components/fields";
import type {Party} from "../../live/billing_wire";

export const no_party: Party = {name: "", address: [], city: "", postcode: "", country: "", tax_number: "", registration: "", email: ""};

export const clean_party = (party: Party): Party => ({
  ...party, name: party.name.trim(), address: party.address.map((line) => line.trim()).filter(Boolean), country: party.country.trim().toUpperCase(),
});

export function PartyFields({party, set}: {party: Party; set: (party: Party) => void}) {
  const put = (name: keyof Party) => (value: string) => set({...party, [name]: value});
  return (
    <>
      <Field label="Name" value={party.name} set={put("name")} />
      <Field label="E-mail" type="email" value={party.email} set={put("email")} />
      <TextArea label="Address" value={party.address.join("\n")} set={(text) => set({...party, address: text.split("\n")})} rows={2} />
      <Field label="Postcode" value={party.postcode} set={put("postcode")} />
      <Field label="City" value={party.city} set={put("city")} />
      <Field label="Country" value={party.country} set={put("country")} hint="Two letters, such as ZA or DE" />
      <Field label="Tax number" value={party.tax_number} set={put("tax_number")} />
      <Field label="Registration" value={party.registration} set={put("registration")} />
    </>
  );
}
