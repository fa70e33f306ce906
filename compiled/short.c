/* What translated sources ask most often of Python's library, by a shorter way: named tuples made, places found in lists that are in
   order, results kept. Each says what Python's own does; tests compare the two. */

#include "places.h"

static PyObject *numbers[RASAD_NUMBERS]; /* as far as they were asked for */
static rasad_common common = {NULL, NULL, numbers, NULL};

static PyObject *
filled(PyObject *kind, PyObject *const *fields, Py_ssize_t many)
{
    if (!PyType_Check(kind) || !PyType_HasFeature((PyTypeObject *)kind, Py_TPFLAGS_TUPLE_SUBCLASS)) {
        PyErr_SetString(PyExc_TypeError, "no kind of tuple");
        return NULL;
    }
    PyObject *one = ((PyTypeObject *)kind)->tp_alloc((PyTypeObject *)kind, many);
    if (one == NULL)
        return NULL;
    for (Py_ssize_t at = 0; at < many; at++)
        PyTuple_SET_ITEM(one, at, Py_NewRef(fields[at]));
    return one;
}

/* made(Kind, (a, b, …)): as tuple.__new__. */
static PyObject *
made(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    if (given != 2 || !PyTuple_CheckExact(args[1])) {
        PyErr_SetString(PyExc_TypeError, "made() takes a kind of tuple and a tuple");
        return NULL;
    }
    return filled(args[0], ((PyTupleObject *)args[1])->ob_item, PyTuple_GET_SIZE(args[1]));
}

/* one._replace(field=value, …), which Python's own namedtuple says in Python. */
static PyObject *
replacing(PyObject *self, PyObject *const *args, Py_ssize_t given, PyObject *names)
{
    PyObject *fields = PyObject_GetAttrString((PyObject *)Py_TYPE(self), "_fields");
    Py_ssize_t many = names == NULL ? 0 : PyTuple_GET_SIZE(names);
    if (fields == NULL || given != 0 || !PyTuple_Check(fields) || PyTuple_GET_SIZE(fields) != PyTuple_GET_SIZE(self)) {
        if (fields != NULL)
            PyErr_SetString(PyExc_TypeError, "_replace() takes fields by name");
        Py_XDECREF(fields);
        return NULL;
    }
    PyObject *one = filled((PyObject *)Py_TYPE(self), ((PyTupleObject *)self)->ob_item, PyTuple_GET_SIZE(self));
    for (Py_ssize_t name = 0; one != NULL && name < many; name++) {
        Py_ssize_t at = 0;
        while (at < PyTuple_GET_SIZE(fields) && PyTuple_GET_ITEM(fields, at) != PyTuple_GET_ITEM(names, name)) /* both are interned */
            at++;
        if (at == PyTuple_GET_SIZE(fields))
            at = PySequence_Index(fields, PyTuple_GET_ITEM(names, name));
        if (at < 0) {
            PyErr_Format(PyExc_ValueError, "Got unexpected field names: [%R]", PyTuple_GET_ITEM(names, name));
            Py_CLEAR(one);
        } else
            Py_SETREF(((PyTupleObject *)one)->ob_item[at], Py_NewRef(args[name]));
    }
    Py_DECREF(fields);
    return one;
}

static PyMethodDef changing = {"_replace", (PyCFunction)(void (*)(void))replacing, METH_FASTCALL | METH_KEYWORDS, NULL};

/* maker(Kind)(a, b, …): as Kind(a, b, …), whose own __new__ is interpreted; all fields have to be given. Kind._replace is made fast too. */
static PyMethodDef making = {"made", (PyCFunction)(void (*)(void))filled, METH_FASTCALL, NULL};

static PyObject *
maker(PyObject *module, PyObject *kind)
{
    if (PyType_Check(kind) && PyObject_HasAttrString(kind, "_fields")) {
        PyObject *method = PyDescr_NewMethod((PyTypeObject *)kind, &changing);
        int fine = method != NULL && PyObject_SetAttrString(kind, "_replace", method) == 0;
        Py_XDECREF(method);
        if (!fine)
            return NULL;
    }
    return PyCFunction_New(&making, kind);
}

static PyObject *
bisected(PyObject *const *args, Py_ssize_t given, int behind)
{
    Py_ssize_t from = given == 3 ? PyLong_AsSsize_t(args[2]) : 0;
    if (given < 2 || given > 3 || PyErr_Occurred()) {
        PyErr_SetString(PyExc_TypeError, "a list, what is sought and where to begin are asked for");
        return NULL;
    }
    Py_ssize_t at = rasad_place(args[0], args[1], from, behind);
    return at < 0 ? NULL : PyLong_FromSsize_t(at);
}

static PyObject *
bisect_left(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    return bisected(args, given, 0);
}

static PyObject *
bisect_right(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    return bisected(args, given, 1);
}

/* A whole number as mypyc holds it; those too great for that are refused. */
static int
number(PyObject *one, size_t *found)
{
    Py_ssize_t value = PyLong_AsSsize_t(one);
    *found = (size_t)value << 1;
    if (!PyErr_Occurred() && (value > PY_SSIZE_T_MAX / 2 || value < PY_SSIZE_T_MIN / 2))
        PyErr_SetString(PyExc_OverflowError, "no place in a text");
    return !PyErr_Occurred();
}

static PyObject *
first_from(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    size_t start;
    if (given != 2)
        return PyErr_SetString(PyExc_TypeError, "a list and a start are asked for"), NULL;
    size_t first = number(args[1], &start) ? rasad_first_from(args[0], start) : UNSAID;
    return first == UNSAID ? NULL : PyLong_FromSize_t(first >> 1);
}

static PyObject *
covered(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    size_t at;
    if (given != 2)
        return PyErr_SetString(PyExc_TypeError, "spans and a place are asked for"), NULL;
    char found = number(args[1], &at) ? rasad_covered(args[0], at) : 2;
    return found == 2 ? NULL : PyBool_FromLong(found);
}

static PyObject *
inside(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    size_t start, stop;
    if (given != 3)
        return PyErr_SetString(PyExc_TypeError, "a list, a start and a stop are asked for"), NULL;
    return number(args[1], &start) && number(args[2], &stop) ? rasad_inside(args[0], start, stop) : NULL;
}

static PyObject *
any_inside(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    size_t start, stop;
    if (given != 3)
        return PyErr_SetString(PyExc_TypeError, "a list, a start and a stop are asked for"), NULL;
    char found = number(args[1], &start) && number(args[2], &stop) ? rasad_any_inside(args[0], start, stop) : 2;
    return found == 2 ? NULL : PyBool_FromLong(found);
}

/* A record of pydantic of a kind that holds these values, which become its own, as streams.accounts makes it. */
static PyObject *
record_of(PyTypeObject *kind, PyObject *values, PyObject *fields)
{
    if (common.record == NULL && kind->tp_getattro != PyObject_GenericGetAttr)
        common.record = kind->tp_getattro;
    const char *names[] = {"__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__"};
    static PyObject *kept_names[4];
    PyObject *held[] = {values, fields, Py_None, Py_None};
    PyObject *one = kind->tp_alloc(kind, 0);
    for (int at = 0; at < 4 && one != NULL; at++) {
        if (kept_names[at] == NULL)
            kept_names[at] = PyUnicode_InternFromString(names[at]);
        if (kept_names[at] == NULL || PyObject_GenericSetAttr(one, kept_names[at], held[at]) < 0)
            Py_CLEAR(one);
    }
    return one;
}

/* Of the blanks of records()[self], that of a kind: what it holds where nothing is said, and the names of its fields; NULL with an error. */
static PyObject *
blank_of(PyObject *self, PyObject *kind)
{
    PyObject *found = PyDict_GetItemWithError(PyTuple_GET_ITEM(self, 0), kind);
    if (found == NULL && !PyErr_Occurred()) {
        found = PyObject_CallOneArg(PyTuple_GET_ITEM(self, 1), kind); /* the table holds it from now on */
        Py_XDECREF(found);
    }
    return found;
}

/* Kind.whole(values) */
static PyObject *
whole(PyObject *self, PyObject *const *args, Py_ssize_t given)
{
    if (given != 2 || !PyType_Check(args[0]) || !PyDict_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "whole() takes a dict");
        return NULL;
    }
    PyObject *blank = blank_of(self, args[0]);
    return blank == NULL ? NULL : record_of((PyTypeObject *)args[0], args[1], PyTuple_GET_ITEM(blank, 1));
}

/* Kind.made(field=value, …) */
static PyObject *
made_by_name(PyObject *self, PyObject *const *args, Py_ssize_t given, PyObject *names)
{
    if (given != 1 || !PyType_Check(args[0])) {
        PyErr_SetString(PyExc_TypeError, "made() takes fields by name");
        return NULL;
    }
    PyObject *blank = blank_of(self, args[0]), *one = NULL;
    PyObject *values = blank == NULL ? NULL : PyDict_Copy(PyTuple_GET_ITEM(blank, 0));
    int fine = values != NULL;
    for (Py_ssize_t at = 0; fine && names != NULL && at < PyTuple_GET_SIZE(names); at++)
        fine = PyDict_SetItem(values, PyTuple_GET_ITEM(names, at), args[1 + at]) == 0;
    if (fine)
        one = record_of((PyTypeObject *)args[0], values, PyTuple_GET_ITEM(blank, 1));
    Py_XDECREF(values);
    return one;
}

static PyMethodDef of_records[] = {
    {"whole", (PyCFunction)(void (*)(void))whole, METH_FASTCALL, NULL},
    {"made", (PyCFunction)(void (*)(void))made_by_name, METH_FASTCALL | METH_KEYWORDS, NULL},
};

/* records(blanks, blank): whole and made of records of pydantic, each given its kind first. blanks: by kind, what blank(kind) says. */
static PyObject *
records(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    if (given != 2 || !PyDict_Check(args[0]) || !PyCallable_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "records() takes a dict and a function");
        return NULL;
    }
    PyObject *self = PyTuple_Pack(2, args[0], args[1]);
    PyObject *ways[] = {self == NULL ? NULL : PyCFunction_New(&of_records[0], self), self == NULL ? NULL : PyCFunction_New(&of_records[1], self)};
    PyObject *both = ways[0] == NULL || ways[1] == NULL ? NULL : PyTuple_Pack(2, ways[0], ways[1]);
    Py_XDECREF(self);
    Py_XDECREF(ways[0]);
    Py_XDECREF(ways[1]);
    return both;
}

/* kept(table, key, value, most): the value, which the table then holds; a full table is emptied first. */
static PyObject *
kept(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    if (given != 4 || !PyDict_Check(args[0])) {
        PyErr_SetString(PyExc_TypeError, "kept() takes a dict, a key, a value and a number");
        return NULL;
    }
    Py_ssize_t most = PyLong_AsSsize_t(args[3]);
    if (most == -1 && PyErr_Occurred())
        return NULL;
    if (PyDict_GET_SIZE(args[0]) >= most)
        PyDict_Clear(args[0]);
    return PyDict_SetItem(args[0], args[1], args[2]) < 0 ? NULL : Py_NewRef(args[2]);
}

#include "texts.h"
#include "pairs.h"
#include "strings.h"
#include "surfaces.h"
#include "hits.h"
#include "seekers.h"

static PyMethodDef methods[] = {
    {"made", (PyCFunction)(void (*)(void))made, METH_FASTCALL, NULL},
    {"maker", maker, METH_O, NULL},
    {"bisect_left", (PyCFunction)(void (*)(void))bisect_left, METH_FASTCALL, NULL},
    {"bisect_right", (PyCFunction)(void (*)(void))bisect_right, METH_FASTCALL, NULL},
    {"covered", (PyCFunction)(void (*)(void))covered, METH_FASTCALL, NULL},
    {"odd", odd, METH_O, NULL},
    {"first_from", (PyCFunction)(void (*)(void))first_from, METH_FASTCALL, NULL},
    {"inside", (PyCFunction)(void (*)(void))inside, METH_FASTCALL, NULL},
    {"any_inside", (PyCFunction)(void (*)(void))any_inside, METH_FASTCALL, NULL},
    {"records", (PyCFunction)(void (*)(void))records, METH_FASTCALL, NULL},
    {"kept", (PyCFunction)(void (*)(void))kept, METH_FASTCALL, NULL},
    {"surfaces", (PyCFunction)(void (*)(void))surfaces, METH_FASTCALL, NULL},
    {"hits", (PyCFunction)(void (*)(void))hits, METH_FASTCALL, NULL},
    {"spots", (PyCFunction)(void (*)(void))spots, METH_FASTCALL, NULL},
    {"runs", runs, METH_O, NULL},
    {"among", (PyCFunction)(void (*)(void))among, METH_FASTCALL, NULL},
    {"standing", (PyCFunction)(void (*)(void))standing, METH_FASTCALL, NULL},
    {"shingles", shingles, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "rasad__short", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC
PyInit_rasad__short(void)
{
    rasad_shared = &common;
    fill_classes();
    PyObject *module = PyType_Ready(&SurfacesType) < 0 ? NULL : PyModule_Create(&definition);
    if (module != NULL && !can_seek(module))
        Py_CLEAR(module);
    return module;
}
