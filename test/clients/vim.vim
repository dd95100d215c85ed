" What somebody sees who edits with Vim and ALE, as JSON: asked by vim.test.mjs, which names the file in the environment.
set nocompatible encoding=utf-8 hidden noswapfile
let g:ale_linters_explicit = 1
execute 'source' fnameescape($HOME . '/vimrc')
let g:ale_hover_to_preview = 1
let g:ale_lint_delay = 20
packadd! ale
filetype plugin on
runtime plugin/ale.vim

function! s:Until(what, condition) abort
  for l:turn in range(400)
    if a:condition()
      return
    endif
    sleep 20m
  endfor
  throw 'waited in vain for ' . a:what
endfunction

function! s:Told() abort
  return map(copy(get(get(g:ale_buffer_info, bufnr(''), {}), 'loclist', [])), '{"line": v:val.lnum, "column": v:val.col - 1, "code": get(v:val, "code", ""), "message": v:val.text}')
endfunction

function! s:Preview() abort
  for l:window in range(1, winnr('$'))
    if getwinvar(l:window, '&previewwindow')
      return join(getbufline(winbufnr(l:window), 1, '$'), "\n")
    endif
  endfor
  return ''
endfunction

" As ale#completion#OmniFunc, which gives up where nobody types.
function! Complete(findstart, base) abort
  if a:findstart
    return ale#completion#OmniFunc(1, '')
  endif
  call s:Until('completions', {-> ale#completion#GetCompletionResult() isnot v:null})
  let g:offered = map(copy(ale#completion#GetCompletionResult()), 'v:val.word')
  return []
endfunction

let s:seen = {}
try
  execute 'edit' fnameescape($PEAPOD_FILE)
  setfiletype yaml
  let s:home = win_getid()
  ALELint
  call s:Until('diagnostics', {-> len(s:Told()) > 0})
  let s:seen.first = s:Told()

  call cursor(6, 5)
  ALEHover
  call s:Until('a hover', {-> s:Preview() !=# ''})
  let s:seen.hover = s:Preview()
  call win_gotoid(s:home)

  set omnifunc=Complete
  call cursor(10, 5)
  call feedkeys("A\<C-x>\<C-o>", 'x')
  let s:seen.completion = g:offered

  " Behind letters that are several bytes, and one that is two UTF-16 units.
  call setline(7, substitute(getline(7), 'imagee', 'image', ''))
  ALELint
  call s:Until('what was mended to be gone', {-> len(s:Told()) == 0})
  let s:seen.isMended = v:true
catch
  let s:seen.fault = v:exception . ' at ' . v:throwpoint
endtry
call writefile([json_encode(s:seen)], $PEAPOD_SEEN)
call ale#lsp#StopAll()
qall!
