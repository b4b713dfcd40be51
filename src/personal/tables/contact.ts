/** How a patient is reached: mail, phone, address, IP address. */
import type { Row } from '../table.js'

export const contact: readonly Row[] = [
  {
    category: 'email',
    sure: `
      email, e mail, email address, mail address, correo, correo electronico, correio eletronico, email id, emailid,
      dir correo, endereco de email, direccion de correo, mail id, emailaddr`,
    guess: 'mail',
    owned: { person: 'mail, em', field: 'em' },
  },
  {
    category: 'phone',
    sure: `
      phone, phone number, telephone, telephone number, mobile number, mobile phone, cell phone, cell number,
      cellphone, home phone, work phone, day phone, evening phone, daytime phone, contact number, contact phone,
      phone no, mobile no, tel no, telno, best number to reach, callback number, call back number, whatsapp number,
      phone home, phone mobile, phone work, phone cell, phone ext, phone area, area code phone, phone prefix,
      sms number, telefono, telefono movil, telefono celular, numero de telefono, numero de celular, telefone,
      telefone celular, numero de telefone, whatsapp numero, numero whatsapp, ddd telefone, fone, msisdn, fax number,
      phone country code, dialing code, phone code, phonenumber, text number`,
    joined: 'office phone, business phone',
    guess: 'tel, celular, movil, phone extension, movel',
    owned: {
      person: 'mobile, cell, tel, ph, whatsapp, fax',
      form: 'mobile, whatsapp, fax, ph',
      field: 'cell, whats app, zap',
    },
  },
  {
    category: 'postal-address',
    sure: `
      street address, home address, mailing address, billing address, shipping address, postal address, address line,
      residential address, current address, address street, address city, address state, address zip, address county,
      street name, street number, house number, apartment number, apt number, zip code, zipcode, postal code,
      postcode, post code, zip postal, zip postal code, state province, province state, city state,
      city of residence, patient address, user address, full address, permanent address, delivery address,
      county of residence, state of residence, what state do you live in, where do you live, direccion postal,
      codigo postal, direccion de casa, domicilio, cep, endereco, endereco completo, logradouro, bairro, municipio,
      rua, calle, numero de casa, colonia, cod postal, ciudad, provincia, cidade, departamento casa,
      estado residencia, geo coordinate, user location, address level1, address level2, residence, billing street,
      shipping street, billing city, shipping city, billing zip, shipping zip, billing postcode, shipping postcode,
      billing state, shipping state`,
    guess: `
      latitude, longitude, current location, geo location, geolocation, address, addr, direccion, city, zip,
      province, suburb, town, county, apartment, apt, complemento, zp, lat, lng, lon`,
    owned: {
      person: `
        address, addr, latitude, longitude, state, country, street, city, zip, county, location, region, district,
        province, st, ct, pais, estado, suite, unit, lat, lng`,
      address: `
        street, city, state, zip, country, county, line, number, region, province, district, suite, unit, postcode,
        code, town, line 1`,
      field: 'state, country, street, county, region, district, pais, estado, barrio, suite, st, zp, ct',
      form: 'country, street',
    },
  },
  {
    category: 'ip-address',
    sure: `
      ip address, ip addr, client ip, user ip, remote addr, remote ip, remote address, x forwarded for, visitor ip,
      ipaddress, cf connecting ip, real ip, x real ip, direccion ip, endereco ip, http client ip, get client ip,
      client ip address, ip v4, ip v6`,
    guess: 'ip',
    owned: { request: 'ip', person: 'ip' },
  },
]
