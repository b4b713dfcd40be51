/** Flask, FastAPI and Starlette: routers that are mounted on others, and what their functions show. */
import { describe, expect, it } from 'vitest'
import { reachOf, routesOf } from '../read-routes.js'

const flask = (code: string, files: Record<string, string> = {}): Record<string, string> => ({ 'app.py': `from flask import *\nfrom flask import Flask, Blueprint\n${code}`, ...files })
const fast = (code: string, files: Record<string, string> = {}): Record<string, string> => ({ 'main.py': `from fastapi import FastAPI, APIRouter\nfrom starlette.routing import Route, Mount\nfrom starlette.applications import Starlette\n${code}`, ...files })

describe('Flask', () => {
  it('routes of decorators and add_url_rule, with the converters of their parameters', () => {
    expect(routesOf(flask('app = Flask(__name__)\n@app.route("/")\n@app.get("/home")\ndef home():\n    return render_template("a.html")\n'
      + '@app.route("/visits/<int:visit_id>/<path:rest>")\ndef visit(visit_id, rest):\n    return render_template("a.html")\napp.add_url_rule("/added", view_func=home)\n'))).toEqual(['/', '/added', '/home', '/visits/:visit_id/*'])
  })

  it('blueprints below the prefix they are registered with, or their own; nested ones below both', () => {
    expect(routesOf(flask('inner = Blueprint("i", __name__, url_prefix="/inner")\nouter = Blueprint("o", __name__, url_prefix="/outer")\nouter.register_blueprint(inner)\napp = Flask(__name__)\napp.register_blueprint(outer)\n'
      + 'app.register_blueprint(inner, url_prefix="/again")\n@inner.route("/x")\ndef x():\n    return render_template("a.html")\n'))).toEqual(['/again/x', '/outer/inner/x'])
  })

  it('a blueprint nobody seems to register is likely there', () => {
    expect(routesOf(flask('app = Flask(__name__)\nbp = Blueprint("b", __name__, url_prefix="/b")\n@bp.route("/x")\ndef x():\n    return render_template("a.html")\n'))).toEqual(['/b/x likely'])
  })

  it('an application made by a function, filled by another, in other files', () => {
    expect(routesOf({
      'clinic/__init__.py': 'from flask import Flask\nfrom .portal import bp as portal\nfrom .pages import init_app\ndef create_app():\n    app = Flask(__name__)\n    app.register_blueprint(portal, url_prefix="/portal")\n    init_app(app)\n    return app\n',
      'clinic/portal/__init__.py': 'from flask import Blueprint\nbp = Blueprint("portal", __name__)\nfrom . import views\n',
      'clinic/portal/views.py': 'from clinic.portal import bp\n@bp.route("/messages")\ndef messages():\n    return render_template("m.html")\n',
      'clinic/pages.py': 'def init_app(app):\n    @app.route("/jobs")\n    def jobs():\n        return render_template("j.html")\n',
    })).toEqual(['/jobs', '/portal/messages'])
  })

  it('kinds by what is answered', () => {
    expect(routesOf(flask('app = Flask(__name__)\n@app.route("/a")\ndef a():\n    return jsonify(x=1)\n@app.route("/b")\ndef b():\n    return redirect("/")\n@app.route("/c")\ndef c():\n    return {"x": 1}, 201\n'
      + '@app.route("/d")\ndef d():\n    return "<h1>x</h1>"\n@app.route("/e")\ndef e():\n    return send_from_directory("x", "e.html")\n'))).toEqual(['/a api', '/b redirect', '/c api', '/d', '/e'])
  })

  it('templates beside the application come before those of blueprints', () => {
    const files = flask('app = Flask(__name__)\nbp = Blueprint("b", __name__, template_folder="b_templates")\napp.register_blueprint(bp)\n@bp.route("/x")\ndef x():\n    return render_template("x.html", name="other.html")\n@bp.route("/y")\ndef y():\n    return render_template("y.html")\n',
      { 'templates/x.html': '<p>', 'templates/other.html': '<p>', 'b_templates/x.html': '<p>', 'b_templates/y.html': '<p>' })
    expect(reachOf(files, 'templates/x.html')).toEqual(['/x'])
    expect(reachOf(files, 'b_templates/x.html')).toEqual([])
    expect(reachOf(files, 'b_templates/y.html')).toEqual(['/y'])
    expect(reachOf(files, 'templates/other.html')).toEqual(['/x likely'])
  })

  it('what runs with every request is on every page', () => {
    const code = 'app = Flask(__name__)\n@app.after_request\ndef add(response):\n    response.data += "<script src=\'https://x.test/p.js\'></script>"\n    return response\n@app.route("/x")\ndef x():\n    return render_template("x.html")\n'
    expect(reachOf(flask(code), 'app.py')).toEqual([])
    expect(routesOf(flask(code))).toEqual(['/x'])
  })

  it('is not there without an application', () => {
    expect(routesOf({ 'a.py': '@app.route("/x")\ndef x():\n    return render_template("x.html")\n' })).toEqual([])
  })
})

describe('FastAPI and Starlette', () => {
  it('routers below all prefixes; data unless a page is shown', () => {
    expect(routesOf(fast('app = FastAPI()\nr = APIRouter(prefix="/visits")\ninner = APIRouter(prefix="/files")\nr.include_router(inner)\napp.include_router(r, prefix="/portal")\n'
      + '@r.get("/{visit_id:int}")\ndef visit():\n    return templates.TemplateResponse("v.html", {})\n@inner.get("/{name:path}")\ndef file():\n    return {}\n@app.get("/x", response_class=HTMLResponse)\ndef x():\n    return y\n'))).toEqual([
      '/portal/visits/:visit_id', '/portal/visits/files/* api', '/x',
    ])
  })

  it('tables of routes and mounts', () => {
    expect(routesOf(fast('async def home(request):\n    return templates.TemplateResponse(request, "h.html")\nclass Login(HTTPEndpoint):\n    async def get(self, request):\n        return templates.TemplateResponse(request, "l.html")\n'
      + 'inner = [Route("/messages", endpoint=home)]\napp = Starlette(routes=[Route("/", home), Route("/login", Login), Mount("/portal", routes=inner)])\n'))).toEqual(['/', '/login', '/portal/messages'])
  })

  it('an application mounted on another is below its path', () => {
    expect(routesOf(fast('app = FastAPI()\ninner = FastAPI()\napp.mount("/portal", inner)\n@inner.get("/x", response_class=HTMLResponse)\ndef x():\n    return "<p>"\n'))).toEqual(['/portal/x'])
  })

  it('templates are looked for where the engine is told to', () => {
    const files = fast('templates = Jinja2Templates(directory="html")\napp = FastAPI()\n@app.get("/x")\ndef x(request):\n    return templates.TemplateResponse(request=request, name="x.html")\n', { 'html/x.html': '<p>', 'other/x.html': '<p>' })
    expect(reachOf(files, 'html/x.html')).toEqual(['/x'])
    expect(reachOf(files, 'other/x.html')).toEqual([])
  })
})
