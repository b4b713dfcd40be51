import { describe, expect, it } from 'vitest'
import { classifyPath } from '../../src/personal/path.js'
import { summary } from './summary.js'

/** A path with dots → its categories, the most telling first; a question mark marks a guess. */
const table = `
# ids that an advertising platform gave out itself, and ids of a person
lead.leadgenId →
lead.InstantFormLeadID →
record.facebook_lead_id →
lead.leadId → account-identifier
# a session made for the visit is what is sent instead of a person's id
sessionId →
queue.sessionId →
user.id → account-identifier
# how bad an error is, and how bad it hurts
SeverityLevel.Information →
severityLevel.Warning →
symptom.severityLevel → condition
# e-mail, and what only speaks of it
user.email → email
formData.customer_email → email
data.email → email
email → email
patientEmailAddress → email
patient.contact.email → email
emailHash → email
email_sha256 → email
useremail → email
orderemail → email
emailer →
txtEmail → email
correoElectronico → email
email.value.trim → email
confirmEmail → email
user.email.toLowerCase → email
emailTemplate →
email_template →
emailSent →
isEmailValid →
hasEmail →
validateEmail →
sendEmail →
onEmailChange →
emailConfig →
emailProvider →
emailRegex →
user.emailVerified →
errors.email →
errors.email.message →
touched.email →
labels.email →
clinic.email →
config.email →
supportEmail →
company.contact.email →
clinic.patient.email → email
patient.email.length →
emailjs →

# phone
patient.phone → phone
phone_number → phone
phoneNumber2 → phone
user.mobile → phone
telefone → phone
telefonoMovil → phone
homePhone → phone
phonenumber → phone
phone_enabled →
phoneEnabled →
phoneMask →
clinic.phone →
office.phone →
isMobile →
mobileMenu →
tableCell →

# name
user.name → name
patient.name → name
patient.firstName → name
first_name → name
lastname → name
fullName → name
current_user.full_name → name
customer.name → name
user.displayName → name
nombreCompleto → name
nombre_paciente → name
nomeDoPaciente → name
apellidos → name
formData.name → name?
patient → name?
product.name →
name →
event.name →
eventName →
nameOfEvent →
className →
fileName →
file.name →
hostname →
displayName →
Component.displayName →
user.team.name →
site.name →
clinic.name →
clinicName →
getName →
patientCount →
patients.length →
patientForm →
company_name →
route.name →

# birth
dob → date-of-birth
patient.dob → date-of-birth
dateOfBirth → date-of-birth
dateofbirth → date-of-birth
birth_date → date-of-birth
session.user.dob → date-of-birth
fechaNacimiento → date-of-birth
fecha_de_nacimiento → date-of-birth
dataNascimento → date-of-birth
dobError →
isBirthdayValid →

# address
patient.address → postal-address
patient.address.city → postal-address
billingAddress → postal-address
zip_code → postal-address
zipcode → postal-address
user.state → postal-address
codigoPostal → postal-address
endereco.rua → postal-address
address → postal-address?
city → postal-address?
addressBar →
addressBook →
macAddress →
emailAddress → email
contractAddress →
clinic.address →
server.address →
zipFile →
this.state →
react.state →
formState.isValid →

# IP address
ipAddress → ip-address
ip_address → ip-address
request.ip → ip-address
REMOTE_ADDR → ip-address
clientIp → ip-address
visitor.ip → ip-address
ipFilter →
zip →  postal-address?
tip →

# record numbers and accounts
patient.mrn → medical-record-number
mrn → medical-record-number
patientId → medical-record-number
patient.id → medical-record-number
patient_id → medical-record-number
medicalRecordNumber → medical-record-number
numeroHistoriaClinica → medical-record-number
prontuario → medical-record-number
user.id → account-identifier
userId → account-identifier
username → account-identifier
user.userName → account-identifier
ssn → account-identifier
cpf → account-identifier
appointment.id → account-identifier
clientId →
product.id →
testId →
id →
event.id →
trackingId →

# insurance
patient.insurance.memberId → insurance
insurance.name → insurance
insuranceProvider → insurance
insurance_company_name → insurance
memberId → insurance
policyNumber → insurance
payer → insurance
patient.insurance.phone → insurance
insuranceGroupNumber → insurance
convenio → insurance
planoDeSaude → insurance
numeroPoliza → insurance
obraSocial → insurance
patient.hasInsurance → insurance?
plan →
pricing.plan →
policyUrl →
privacyPolicy →
insuranceValidator →

# appointments
appointment.date → appointment-date
appointment.startTime → appointment-date
appointment.start_datetime → appointment-date
appointmentDate → appointment-date
visit.time → appointment-date
selectedSlot → appointment-date
preferredDate → appointment-date
formData.date → appointment-date?
booking.slot → appointment-date
fechaCita → appointment-date
cita.fecha → appointment-date
dataConsulta → appointment-date
date →
eventDate →
createdAt →
post.date →
dateFormat →
appointment.type → appointment-type
appointmentType → appointment-type
visitType → appointment-type
visit_type → appointment-type
isNewPatient → sign-in-status
newPatient → appointment-type
tipoConsulta → appointment-type
messageType →
type →
contentType →
appointment.location → appointment-location
appointment.location.name → appointment-location
appointment.clinic.name → appointment-location
preferredLocation → appointment-location
formData.location → appointment-location?
window.location → page-url
location.name →
appointment → appointment-date?, appointment-type?
appointmentService →
appointments.length →

# providers and specialties
doctor.name → provider
appointment.doctor.name → provider
visit.doctor.name → provider
doctor → provider
doctorName → provider
doctor.email → provider
doctor.contact.phone → provider
selectedDoctor → provider
selectedProvider → provider
appointment.provider → provider
appointment.provider.fullName → provider
physician.npi → provider
medico.nombre → provider
email_medico → provider
nombreDelMedico → provider
authProvider →
ThemeProvider →
provider →
dataProvider →
doctorService →
doctorCard →
doctors.length →
specialty → specialty
doctor.specialty → specialty
especialidade → specialty
especialidadId → specialty

# reasons
visit.reason → reason-for-visit
reasonForVisit → reason-for-visit
reason_for_visit → reason-for-visit
appointment.reason → reason-for-visit
formData.reason → reason-for-visit?
motivoConsulta → reason-for-visit
motivo_da_consulta → reason-for-visit
chiefComplaint → reason-for-visit
reason →
error.reason →
event.reason →
cancelReason →

# health
symptoms → condition
form.symptoms → condition
patient.diagnosis → condition
diagnosisCode → condition
medicalCondition → condition
patient.condition → condition
patient.conditions.0 → condition
formData.condition → condition?
medical_history → condition
allergies → condition
patient.allergyList → condition
isPregnant → condition
hasDiabetes → condition?
sintomas → condition
alergias → condition
diagnostico → condition
embarazada → condition
doencas → condition
condition →
conditionMet →
ifCondition →
product.condition →
strokeWidth →
symptomChecker.errors →
diagnosticsUrl →
medication → medication
medicationName → medication
patient.medications.name → medication
drug → medication
drug.label → medication
drugLabel →
dosage → medication
prescription.refill → medication
rxNumber → medication
pharmacyName → medication
medicamento → medication
receta → medication
remedios → medication
drugstoreUrl →
medicationModal →
patient.procedure → procedure
procedureCode → procedure
treatmentType → procedure
surgeryDate → appointment-date
vaccine → procedure
vacuna → procedure
tratamento → procedure
procedure →
storedProcedure →
procedureName →
therapyPage →
testResult → test-result
labResults → test-result
patient.results → test-result
lab.result.value → test-result
resultadoExamen → test-result
result →
testCase →
searchResult →
unitTest →
api.results →

# people beside the patient
emergencyContact → emergency-contact
emergencyContact.phone → emergency-contact, phone
patient.emergencyContact.name → emergency-contact, name?
emergency_contact_name → emergency-contact, name?
contactoEmergencia → emergency-contact
nextOfKin → emergency-contact
emergency →
guardian.email → proxy-account, email
guardianName → proxy-account
proxyAccess → proxy-account
dependent.dob → proxy-account, date-of-birth
responsavelLegal → proxy-account
proxyServer →
proxyUrl →
parentNode →
node.parent.name →

# demographics
patient.gender → demographics
gender → demographics
sexo → demographics
patient.race → demographics
ethnicity → demographics
maritalStatus → demographics
estadoCivil → demographics
preferredLanguage → demographics
user.age → demographics
edad → demographics
patient.weight → demographics
promise.race →
race →
raceCondition →
maxAge →
ageGate →
fontWeight →
weight →
style.height →
language →
usage →
stateName →

# payment
cardNumber → payment
creditCard → payment
cvv → payment
numeroTarjeta → payment
numeroCartao → payment
cardTitle →
card →
paymentGateway →
idCardComponent →
patient.id_card_number → account-identifier

# texts
formData.message → message?
patient.message → message
yourMessage →
mensagem → message?
mensaje → message?
message →
errorMessage →
error.message →
messageType →
flashMessage →
messageId →
appointment.notes → free-text
patient.notes → free-text
additionalInformation → free-text
comentarios → free-text
formData.comments → free-text?
comment.count →
searchTerm → search-term
searchQuery → search-term
search_term → search-term
request.q → search-term
terminoBusqueda → search-term
searchIcon →
sqlQuery →
querySelector →
mediaQuery →

# pages and sessions
window.location.href → page-url
location.pathname → page-url
document.referrer → page-url
router.asPath → page-url
to.fullPath → page-url
document.title → page-title
pageTitle → page-title
post.title →
user.isLoggedIn → sign-in-status
isAuthenticated → sign-in-status
loginButton →
portal.menuItem → portal-menu-selection
selectedMenu → portal-menu-selection
menuOpen →
formName → form-structure

# constants of the code, and their twins in C# and Go
CONTACT.PHONE →
CONTACT.email →
EntryType.LabResult →
ServiceName.Immunization →
Model.Mrn → medical-record-number
Patient.FullName → name
Doctor.Name → provider
POST.reason → reason-for-visit?

# code that looks like it
value.getTime →
form.timeFrame →
searchParams → page-url?
window.postMessage →
answerService.save →
appointmentService.cancel →
alert.severity →
patient.severity → condition
vitals.CLS →
patient.vitals → condition
tr.cells →
user.cell → phone
item.parentName →
jq.proxy →
patient.proxy → proxy-account
t.q.x →
seo.keywords →
filters.keyword → search-term?
menu.items →
this.handle →
`

const rows = table.split('\n').filter((line) => line.includes('→'))
  .map((line): [string, string] => [line.split('→')[0]?.trim() ?? '', line.split('→')[1]?.trim() ?? ''])

describe('paths', () => {
  it.each(rows)('%s → %s', (path, expected) => expect(summary(classifyPath(path.split('.')))).toBe(expected))

  it('has a table to go by', () => expect(rows.length).toBeGreaterThan(250))

  it('says which name it was', () => {
    expect(classifyPath(['patient', 'insurance', 'memberId'])[0]?.because).toBe('name "memberId"')
    expect(classifyPath(['visit', 'doctor', 'name'])[0]?.because).toBe('name "doctor.name"')
  })
})
