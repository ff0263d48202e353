/** What was answered once and is applied by itself since: how files of one shape are read. */
import { useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import { platformName } from '../../../shared/domain/platforms.ts';
import { asCallError, useCall, useCommand } from '../../api/index.ts';
import { momentDate } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, ErrorPanel, Panel, Popover, useToast } from '../../ui/index.ts';
import log from './BatchLog.module.css';
import { useImportBook } from './book.tsx';
import type { ImportBook } from './book.tsx';
import css from './Recipes.module.css';
import { rememberedAnswer } from './recipeWords.ts';

type Recipe = Output<'recipes.list'>[number];

export function Recipes({ client }: { readonly client: number }) {
  const t = useT();
  const { data, error } = useCall('recipes.list', { client });
  const [ids] = useState(() => [client]);
  const book = useImportBook(ids);
  const words = t.imports.recipes;
  if (error) return <ErrorPanel error={asCallError(error)} />;
  if (!data) return null;
  return (
    <Panel title={words.title} {...(data.length > 0 && { detail: words.detail })} flush>
      {data.length === 0 ? (
        <p className={log['empty']}>
          {words.empty}. <span>{words.emptyText}</span>
        </p>
      ) : (
        <table className={log['table']}>
          <thead>
            <tr>
              <th scope="col">{words.columns.name}</th>
              <th scope="col">{words.columns.remembers}</th>
              <th scope="col">{words.columns.since}</th>
              <th scope="col">{words.columns.used}</th>
              <th scope="col">{words.columns.last}</th>
              <th scope="col">
                <span className="visually-hidden">{words.forget}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map((recipe) => (
              <RecipeRow key={recipe.id} recipe={recipe} client={client} book={book} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function RecipeRow({
  recipe,
  client,
  book,
}: {
  readonly recipe: Recipe;
  readonly client: number;
  readonly book: ImportBook;
}) {
  const t = useT();
  const format = useFormat();
  const words = t.imports.recipes;
  const remembered = [
    ...recipe.answers.map(({ id, answer }) =>
      rememberedAnswer(t, format, id, answer, (key) => book.kpiName(client, key)),
    ),
    ...recipe.mappings.map(({ table, mapping }) =>
      words.table(table, mapping.columns.filter((column) => column.role !== 'ignored').length),
    ),
  ];
  return (
    <tr>
      <td>
        <span className={css['name']}>{recipe.name}</span>{' '}
        <span className={log['quiet']}>{platformName(recipe.platform)}</span>
      </td>
      <td>
        <ul className={css['remembers']}>
          {remembered.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </td>
      <td className={log['quiet']}>{format.date(momentDate(recipe.at), 'medium')}</td>
      <td>{recipe.used === 0 ? words.never : words.used(recipe.used)}</td>
      <td className={log['quiet']}>
        {recipe.lastUsed && format.date(momentDate(recipe.lastUsed), 'medium')}
      </td>
      <td className={log['do']}>
        <Forget recipe={recipe} />
      </td>
    </tr>
  );
}

function Forget({ recipe }: { readonly recipe: Recipe }) {
  const t = useT();
  const toast = useToast();
  const forget = useCommand('recipes.forget');
  const [open, setOpen] = useState(false);
  const words = t.imports.recipes;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      align="end"
      label={words.forgetTitle}
      trigger={
        <Button kind="link" aria-label={words.forgetOf(recipe.name)}>
          {words.forget}
        </Button>
      }
    >
      <div className={css['sheet']}>
        <h3>{words.forgetTitle}</h3>
        <p>{words.forgetText}</p>
        {forget.error && <ErrorPanel error={forget.error} inline />}
        <Button
          busy={forget.isPending}
          onClick={() =>
            forget.mutate(
              { recipe: recipe.id },
              { onSuccess: () => toast({ text: words.forgotten(recipe.name) }) },
            )
          }
        >
          {words.forget}
        </Button>
      </div>
    </Popover>
  );
}
