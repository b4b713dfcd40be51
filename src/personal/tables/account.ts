/** What identifies an account, pays for care, or says that somebody has signed in. */
import type { Row } from '../table.js'

export const account: readonly Row[] = [
  {
    category: 'medical-record-number',
    sure: `
      mrn, medical record number, medical record no, medical record id, medical record, patient id, patient number,
      patient no, patient identifier, patient uuid, patient key, patient account number, chart number, record number,
      health record number, health record id, hospital number, hospital id, epic id, mychart id, nhs number, nhs no,
      health card number, phn, personal health number, medicare number, medicare id, medicaid id, medicaid number,
      id paciente, numero de paciente, numero de historia, numero de historia clinica, historia clinica numero,
      expediente, numero de expediente, nhc, prontuario, numero do prontuario, numero do paciente,
      cartao nacional de saude, codigo do paciente, codigo paciente, patient card, fhir id, subject reference,
      patient reference, case number, patient guid`,
    guess: 'cns, chart id',
    owned: { patient: 'id, uuid, guid, identifier, number, key, code, no, card, reference, pid, external id' },
  },
  {
    category: 'account-identifier',
    sure: `
      user id, userid, customer id, account id, account number, account no, external id, username, login id,
      screen name, external user id, contact id, lead id, profile id, visitor id, person id, ssn,
      social security number, social security, social security no, last four of social, ssn last 4, national id,
      national identifier, passport number, passport no, passport, driver license, drivers license,
      driver license number, license number driver, tax id number, identification number, identification card,
      id card number, government id, dni, nif, nie, curp, cedula, rut, cpf, rg numero, numero de identidad,
      numero de documento, documento de identidad, numero de identificacion, numero de cuenta, nombre de usuario,
      nome de usuario, id usuario, id cliente, distinct id, device id, appointment id, booking id,
      confirmation number, appointment number, booking reference, user uuid, user guid, member member id,
      membership member id, beneficiary id, enrollee id,
      customer number, client number, patient portal id, cliente id, usuario id, id card, identity number,
      codigo de confirmacion, voter id, military id, badge number`,
    guess: 'user login, usuario, documento, user code, screenname, documento numero',
    owned: {
      holder: 'id, uuid, guid, identifier, number, no, key, pk, sub, reference',
      field: 'login, handle',
      appointment: 'id, uuid, number, reference, code, guid',
    },
    joined: 'user name',
  },
  {
    category: 'insurance',
    sure: `
      health fund, private health cover, insurance, health insurance, insurance company, insurance provider, insurance carrier, insurance plan, insurer,
      insured, insured name, policy number, policy holder, policyholder, policy id, policy no, member id, memberid,
      membership number, member number, group number, group id insurance, group no, subscriber id, subscriber number,
      subscriber name, payer, payor, payer name, health plan, plan name insurance, medicare, medicaid, copay, co pay,
      deductible, coverage type, coverage plan, insurance card, prior authorization, pre authorization,
      preauthorization, claim number, claim id, eligibility id, tricare, self pay, seguro medico, seguro de salud,
      aseguradora, numero de poliza, poliza, obra social, prepaga, isapre, fonasa, mutua, aseguranza,
      numero de asegurado, numero de afiliado, afiliado, plano de saude, convenio, convenio medico, carteirinha,
      numero da carteirinha, numero do convenio, operadora de saude, plano saude, seguradora, rx bin, rx pcn,
      rx group, ppo, hmo, hicn, asegurado, prevision de salud, tipo de seguro, carrier name`,
    guess: 'seguro, carrier, coverage',
    owned: {
      person: 'coverage, policy, plan, carrier, group number, payer, seguro, prevision',
      field: 'policy, carrier, group number, prevision, poliza, eps',
      health: 'plan, coverage, policy',
    },
    open: true,
  },
  {
    category: 'payment',
    sure: `
      card number, credit card, credit card number, debit card, cc number, ccnum, cvv, cvc, cvv2, card cvc, card cvv,
      card expiry, card expiration, expiry date card, exp month, exp year, expiration date card, expiration month,
      expiration year, security code card, card security code, card holder, cardholder name, name card holder,
      bank account, routing number, account holder, bank account number, iban, sort code, bic swift, payment method,
      payment information, payment amount, payment card, billing amount, amount due, balance due, amount owed,
      patient balance, outstanding balance, numero de tarjeta, tarjeta de credito, tarjeta de debito,
      numero do cartao, cartao de credito, cartao credito, metodo de pago, forma de pago, forma de pagamento,
      cuenta bancaria, conta bancaria, card last4, last 4 digits of card, card brand, pix key, chave pix, card zip`,
    guess: 'tarjeta, cartao, card no, cardno, card name',
    owned: { person: 'balance, payment, invoice, bill, card, copay', field: 'card exp, expiry date, exp date' },
  },
  {
    category: 'sign-in-status',
    sure: `
      is logged in, logged in, loggedin, is signed in, signed in, signedin, is authenticated, authenticated,
      is login, login status, log in status, signin status, sign in status, auth status, authentication status,
      login state, auth state, sesion iniciada, usuario logado, esta logado, is guest, is patient, logged in status,
      user logged in, user signed in, member status, patient status, visitor type, visitor status,
      is returning patient, is existing patient, is new patient, is member, is registered, client status, logado`,
    guess: 'session status, user status, user type, customer type, member type, account status',
  },
]
