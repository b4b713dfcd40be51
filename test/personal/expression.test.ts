import { describe, expect, it } from 'vitest'
import { classifyExpression, pathsOf } from '../../src/personal/expression.js'
import { summary } from './summary.js'

describe('paths of an expression', () => {
  it.each([
    ['patient.email', ['patient.email']],
    ['$appointment->type', ['appointment.type']],
    ['$user?->profile?->phone', ['user.profile.phone']],
    ['@Model.Mrn', ['Model.Mrn']],
    ['@patient.name', ['patient.name']],
    ["request.POST['reason']", ['request.POST.reason']],
    ["session['user']['dob']", ['session.user.dob']],
    ['params[:reason]', ['params.reason']],
    ['params.fetch(:reason)', ['params.reason']],
    ['params.dig(:patient, :email)', ['params.patient.email']],
    ["$request->input('reason')", ['request.form.reason']],
    ["session('user.email')", ['user.email']],
    ['auth()->user()->email', ['auth.user.email']],
    ['Auth::user()->name', ['Auth.user.name']],
    ['current_user&.full_name', ['current_user.full_name']],
    ['#{visit.doctor.name}', ['visit.doctor.name']],
    ['.Patient.Name', ['Patient.Name']],
    ['patients[0].name', ['patients.name']],
    ['user!.email', ['user.email']],
    ['"Hello #{patient.name}"', ['patient.name']],
    ['`${patient.name} ${patient.dob}`', ['patient.name', 'patient.dob']],
    ["a || b ? c : 'd'", ['a', 'b', 'c']],
    ["patient.dob|date:'Y-m-d'", ['patient.dob']],
    ['patients|length', []],
    ['count($patients)', []],
    ["__('Email address')", []],
    ['trim($user->email)', ['user.email', 'trim']],
  ])('%s', (code, expected) => expect(pathsOf(code).map((path) => path.join('.'))).toEqual(expected))
})

describe('expressions', () => {
  it.each([
    // Blade, PHP
    ['$patient->email', 'email'],
    ['{{ $appointment->type }}', 'appointment-type'],
    ['<?= htmlspecialchars($_POST["reason"]) ?>', 'reason-for-visit?'],
    ["$_POST['nombre_completo']", 'name'],
    ["$_GET['q']", 'search-term'],
    ['$product->name', ''],
    ["old('reason')", 'reason-for-visit?'],
    ["__('patient.email')", ''],
    ["route('patient.show')", ''],
    ["date('Y-m-d')", ''],
    ["$_SERVER['REMOTE_ADDR']", 'ip-address'],
    ["$_SERVER['REQUEST_URI']", 'page-url'],
    // Razor
    ['@Model.Mrn', 'medical-record-number'],
    ['@Model.Patient.FullName', 'name'],
    ['@ViewBag.Title', ''],
    ['@Html.DisplayFor(m => m.Email)', 'email'],
    // Ruby
    ['current_user.full_name', 'name'],
    ['#{visit.doctor.name}', 'provider'],
    ['<%= current_user.email %>', 'email'],
    ['params[:symptoms]', 'condition'],
    ['t(".email")', ''],
    // Python
    ["request.POST['reason']", 'reason-for-visit?'],
    ["session['user']['dob']", 'date-of-birth'],
    ["{{ patient.dob|date:'Y' }}", 'date-of-birth'],
    ['{{ user.get_full_name }}', 'name'],
    ['{{ request.get_full_path }}', 'page-url'],
    ['{{ patients|length }}', ''],
    ["{% url 'patient_detail' patient.id %}", 'medical-record-number'],
    ["{% trans 'Diagnosis' %}", ''],
    // JSP, Thymeleaf, Go, Handlebars
    ['${patient.insurance.memberId}', 'insurance'],
    ['${param.reason}', 'reason-for-visit?'],
    ['request.getParameter("reason")', 'reason-for-visit?'],
    ['{{ .Patient.Name }}', 'name'],
    ['{{ .Product.Name }}', ''],
    ['{{#if patient.isPregnant}}', 'condition'],
    // more than one, what is sure first
    ["formData.reason + ' ' + patient.email", 'email, reason-for-visit?'],
    ['{ email: user.email, phone: user.phone }', 'email, phone'],
    ['config.email', ''],
    ['', ''],
    ['((((', ''],
    ["'unclosed", ''],
  ])('%s → %s', (code, expected) => expect(summary(classifyExpression(code))).toBe(expected))
})
